"""YAML and JSON read and written."""

from __future__ import annotations

from touchline.checking.wellformed import write_process
from touchline.formats.yaml import reader as yaml_reader
from touchline.formats.yaml import writer as yaml_writer
from touchline.workers.tasks.body import parse, process_of
from touchline.workers.tasks.plain import json_bytes


def read_yaml(content: bytes) -> bytes:
    """The process in a YAML text, as `POST /api/read` answers it."""
    return json_bytes({"process": write_process(yaml_reader.read(content).process)})


def written_yaml(content: bytes) -> bytes:
    """The process in a JSON body as a YAML text."""
    return yaml_writer.write(process_of(parse(content))).encode()
