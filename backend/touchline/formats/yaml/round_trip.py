"""Changes put into a YAML file by ruamel.yaml, where they cannot be put into its text in place."""

from __future__ import annotations

import io
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString

from touchline.formats.yaml.text import flow, is_literal

_WIDTH = 4096


def round_trip(text: str, new: dict[str, Any]) -> str:
    """The text loaded, changed to say `new`, and written again with its comments.

    Raises ruamel's YAMLError for what ruamel does not read.
    """
    yaml = YAML(typ="rt")
    yaml.preserve_quotes = True
    yaml.width = _WIDTH
    yaml.indent(mapping=2, sequence=4, offset=2)
    data = yaml.load(text)
    _change(data, new)
    page = io.StringIO()
    yaml.dump(data, page)
    return page.getvalue()


def _change(data: CommentedMap, new: dict[str, Any]) -> None:
    for key in [key for key in data if key not in new]:
        del data[key]
    for key, value in new.items():
        if key not in data or _plain(data[key]) != value:
            data[key] = _changed(data.get(key), value)


def _changed(old: Any, new: Any) -> Any:
    if isinstance(new, list):
        entries = CommentedSeq(_reused(old, entry) for entry in new)
        if isinstance(old, CommentedSeq) and old.fa.flow_style():
            entries.fa.set_flow_style()
        return entries
    return _reused([old] if isinstance(old, CommentedMap) else None, new)


def _reused(old: Any, new: Any) -> Any:
    """The old entry that already says this, with its comments, or a new one."""
    for entry in old if isinstance(old, list) else ():
        if _plain(entry) == new:
            return entry
    if isinstance(new, dict):
        group = CommentedMap((key, _changed(None, value)) for key, value in new.items())
        if not any(isinstance(value, dict | list) for value in new.values()):
            group.fa.set_flow_style()
        return group
    if isinstance(new, str) and is_literal(new):
        return LiteralScalarString(new)
    if isinstance(new, str) and flow(new) != new:
        return DoubleQuotedScalarString(new)
    return new


def _plain(data: Any) -> Any:
    if isinstance(data, dict):
        return {str(key): _plain(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_plain(entry) for entry in data]
    return str(data) if isinstance(data, str) else data
