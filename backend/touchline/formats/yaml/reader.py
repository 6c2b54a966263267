"""A process read from YAML, with the line and column of everything in it."""

from __future__ import annotations

from touchline.collector import collector_at_rest
from touchline.formats.source import BYTE_ORDER_MARK, Source, decoded, source_of
from touchline.formats.yaml.tree import read_tree


def read(content: str | bytes, name: str = "") -> Source:
    """The process in a YAML text; `name` is what errors call the file.

    Raises NotWellFormed with every problem at once, each with its line, column and that line
    quoted. Bounded in time and memory whatever the content.
    """
    with collector_at_rest():
        text = decoded(content, name)
        return source_of(read_tree(text.removeprefix(BYTE_ORDER_MARK)), text, name)
