"""A process as a YAML file, and a changed process put into the file that a person wrote."""

from __future__ import annotations

from collections.abc import Iterator

from touchline.checking.wellformed import write_process
from touchline.formats.json_schema import SCHEMA_FILE
from touchline.formats.yaml.line_ends import Lines
from touchline.formats.yaml.reader import read
from touchline.formats.yaml.text import entry, list_item
from touchline.model.duration import Duration
from touchline.model.errors import NotWellFormed
from touchline.model.process import Process

LANGUAGE_SERVER = f"# yaml-language-server: $schema={SCHEMA_FILE}"
"""Tells an editor which JSON Schema the file follows."""


def write(process: Process, *, language_server: bool = True) -> str:
    """The YAML text of a process, which reads back as the same process."""
    return "\n".join(_lines(process, language_server=language_server)) + "\n"


def update(original: str, process: Process) -> str:
    """The original text changed so that it says `process`; what has not changed stays as it is,
    with its comments, order, quoting, style, aliases, own keys and the end of every line.

    Raises NotWellFormed when the original is no well-formed process.
    """
    before = read(original).process
    if before == process:
        return original
    mark = "\ufeff" if original.startswith("\ufeff") else ""
    text = original.removeprefix(mark)
    for changed in _attempts(text, before, process):
        if changed is not None and _says(changed, process):
            return mark + changed
    return mark + Lines(text).dressed(write(process, language_server=False))


def keeps_its_style(text: str, process: Process) -> bool:
    """Whether changes of a process go into the text that it was read from, rather than replace it:
    tried with a change of every step and edge."""
    changed = process.model_copy(
        update={
            "name": f"{process.name}.",
            "steps": tuple(
                step.model_copy(update={"name": f"{step.name}.", "owner": "Somebody else"})
                for step in process.steps
            ),
            "edges": tuple(
                edge.model_copy(update={"max_wait": Duration.of(1), "when": "Tried"})
                for edge in process.edges
            ),
        }
    )
    edits = _edits(text.removeprefix("\ufeff"), process, changed)
    return any(edited is not None and _says(edited, changed) for edited in edits)


def _attempts(text: str, before: Process, process: Process) -> Iterator[str | None]:
    yield from _edits(text, before, process)
    yield _round_tripped(text, process)


def _edits(text: str, before: Process, process: Process) -> Iterator[str | None]:
    """The text edited in place: as sparingly as may be, then with what is left to be understood
    written out, if that does not say the process."""
    from touchline.formats.yaml.edit import NotEditable, edit

    old, new = write_process(before), write_process(process)
    # A warning that nobody has written follows the limit.
    silent = {key: value for key, value in old.items() if key != "warn_gap"}
    for written_out in (False, True):
        for data in (old, silent):
            try:
                yield edit(text, data, new, written_out=written_out)
            except NotEditable:
                yield None


def _round_tripped(text: str, process: Process) -> str | None:
    from ruamel.yaml.error import YAMLError

    from touchline.formats.yaml.round_trip import round_trip

    lines = Lines(text)
    try:
        return lines.dressed(round_trip(lines.plain, write_process(process)))
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
