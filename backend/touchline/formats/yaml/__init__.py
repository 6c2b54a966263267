"""YAML in and out, with places, comments and order kept."""

from __future__ import annotations

from touchline.formats.format import Choices, Format, Written
from touchline.formats.source import Source
from touchline.model.process import Process


def _read(content: bytes, name: str) -> Source:
    from touchline.formats.yaml.reader import read

    return read(content, name)


def _write(process: Process, choices: Choices) -> Written:
    from touchline.formats.yaml.writer import write

    del choices
    return Written(write(process).encode())


FORMAT = Format(
    id="yaml",
    name="YAML",
    use="To keep and import again",
    rank=50,
    endings=("yaml", "yml"),
    media_types=(
        "application/yaml",
        "text/yaml",
        "application/x-yaml",
        "text/x-yaml",
        "text/plain",
    ),
    charset="utf-8",
    is_origin=True,
    reads=_read,
    writes=_write,
)
