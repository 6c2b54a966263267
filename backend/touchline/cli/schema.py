"""`touchline schema`: the JSON Schema of the YAML format."""

from __future__ import annotations

from touchline.cli.app import new_command
from touchline.cli.json_text import json_text
from touchline.cli.output import write_for_programs

command = new_command()


@command.command()
def schema() -> None:
    """Print the JSON Schema of the YAML format, with which editors check and complete as you type.

    Example: touchline schema > touchline.schema.json
    """
    from touchline.formats.json_schema import json_schema

    write_for_programs(json_text(json_schema()))
