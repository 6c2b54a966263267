"""A process as a YAML file, and a changed process put into the file that a person wrote."""

from __future__ import annotations

from collections.abc import Iterator

from touchline.formats.yaml_text import entry, list_item
from touchline.model import Process
from touchline.wellformed import write_process

LANGUAGE_SERVER = (
    "# yaml-language-server: $schema=https://touchline.example/schema/touchline-1.json"
)
"""Tells an editor which JSON Schema the file follows."""


def write(process: Process, *, language_server: bool = True) -> str:
    """The YAML text of a process, which reads back as the same process."""
    return "\n".join(_lines(process, language_server=language_server)) + "\n"


def _lines(process: Process, *, language_server: bool) -> Iterator[str]:
    if language_server:
        yield LANGUAGE_SERVER
    for key, value in write_process(process).items():
        if key == "steps":
            yield "steps:"
            for number, step in enumerate(value):
                if number:
                    yield ""
                yield from list_item(step, 2, open_out=True)
        elif key == "edges":
            yield ""
            yield from entry(key, value)
        else:
            yield from entry(key, value)
