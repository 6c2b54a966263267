"""The formats, one a file or folder. A new one with a FORMAT in it is found by itself."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from touchline.formats.format import Format
from touchline.model.errors import TouchlineError
from touchline.model.nearest import nearest

__all__ = [
    "Format",
    "all_formats",
    "format_by_ending",
    "formats_by_id",
    "formats_read",
    "readable",
    "writable",
]


@cache
def all_formats() -> tuple[Format, ...]:
    """Every format, in the order in which menus list them."""
    found = []
    for module in pkgutil.iter_modules(__path__):
        loaded = importlib.import_module(f"{__name__}.{module.name}")
        if isinstance(made := vars(loaded).get("FORMAT"), Format):
            found.append(made)
    return tuple(sorted(found, key=lambda format: (format.rank, format.id)))


@cache
def formats_by_id() -> Mapping[str, Format]:
    """Every format by its id."""
    return {format.id: format for format in all_formats()}


@cache
def format_by_ending() -> Mapping[str, Format]:
    """The format that each ending of a file's name stands for; endings in small letters, without
    the dot."""
    return {ending: format for format in all_formats() for ending in format.endings}


@cache
def formats_read() -> Mapping[str, Format]:
    """The format that each media type stands for, of those that can be read."""
    return {
        media_type: format
        for format in all_formats()
        if format.reads is not None
        for media_type in format.media_types
    }


def readable(name: str) -> Format:
    """The format in which a file of that name is read: by its ending, else YAML."""
    format = format_by_ending().get(_ending(name))
    return format if format is not None and format.reads is not None else formats_by_id()["yaml"]


def writable(name: str) -> Format:
    """The format in which a file of that name is written.

    Raises TouchlineError, with the nearest right ending, where its ending is none of ours.
    """
    ending = _ending(name)
    format = format_by_ending().get(ending)
    if format is not None and format.writes is not None:
        return format
    able = [one for one in all_formats() if one.writes is not None]
    hint = nearest(ending, [known for one in able for known in one.endings])
    found = f"the ending “.{ending}”" if ending else "a name without an ending"
    did_you_mean = f" Did you mean “{hint}”?" if hint else ""
    raise TouchlineError(
        f"{name}: found {found}, expected one of {', '.join(one.ending for one in able)}, or "
        f"--format.{did_you_mean}"
    )


def _ending(name: str) -> str:
    return Path(name).suffix.removeprefix(".").lower()
