"""A process as a YAML file, and a changed process put into the file that a person wrote."""

from __future__ import annotations

from collections.abc import Iterator

from touchline.checking.wellformed import write_process
from touchline.formats.json_schema import SCHEMA_FILE
from touchline.formats.yaml.reader import read
from touchline.formats.yaml.text import entry, list_item
from touchline.model.errors import NotWellFormed
from touchline.model.process import Process

LANGUAGE_SERVER = f"# yaml-language-server: $schema={SCHEMA_FILE}"
"""Tells an editor which JSON Schema the file follows."""


def write(process: Process, *, language_server: bool = True) -> str:
    """The YAML text of a process, which reads back as the same process."""
    return "\n".join(_lines(process, language_server=language_server)) + "\n"


def update(original: str, process: Process) -> str:
    """The original text changed so that it says `process`; what has not changed stays as it is,
    with its comments, order, quoting, style and line ends.

    Raises NotWellFormed when the original is no well-formed process.
    """
    before = read(original).process
    if before == process:
        return original
    mark = "\ufeff" if original.startswith("\ufeff") else ""
    text = original.removeprefix(mark)
    windows = "\r\n" in text
    if windows:
        text = text.replace("\r\n", "\n")
    for attempt in (_edited, _round_tripped):
        changed = attempt(text, before, process)
        if changed is not None and _says(changed, process):
            break
    else:
        changed = write(process, language_server=False)
    return mark + (changed.replace("\n", "\r\n") if windows else changed)


def _edited(text: str, before: Process, process: Process) -> str | None:
    from touchline.formats.yaml.edit import NotEditable, edit

    try:
        return edit(text, write_process(before), write_process(process))
    except NotEditable:
        return None


def _round_tripped(text: str, before: Process, process: Process) -> str | None:
    del before
    from ruamel.yaml.error import YAMLError

    from touchline.formats.yaml.round_trip import round_trip

    try:
        return round_trip(text, write_process(process))
    except YAMLError:
        return None


def _says(text: str, process: Process) -> bool:
    try:
        return read(text).process == process
    except NotWellFormed:
        return False


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
