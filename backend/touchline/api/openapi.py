"""The OpenAPI document; `python -m touchline.api.openapi` prints it for the editor's types."""

from __future__ import annotations

import json
import sys
from typing import Any

from fastapi import FastAPI

from touchline.api import examples
from touchline.api.problems import MEDIA_TYPE

DESCRIPTION = """\
Draw a sales process, see where deals go quiet, and close the gaps.

A process has the same shape everywhere: in a YAML file, here as JSON, and in the shared document
that editors work on over the WebSocket `/api/processes/{id}/live` (Yjs sync protocol). What is
absent is left out. Errors are problem details (RFC 9457) whose `errors` list everything
that is wrong, with its path. `PUT` and `PATCH` need `If-Match` with the ETag that was read, so that
a stale write gets 412 and loses nothing. A server that other machines can reach wants
`Authorization: Bearer …` with the token in the link that it prints when it starts.
"""
_OF_MODEL = ("Process", "Step", "Edge", "Asset", "Waiver", "Position")


def install(app: FastAPI) -> None:
    """Make the application describe itself with `described`."""
    plain = app.openapi

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = described(plain())
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]


def described(document: dict[str, Any]) -> dict[str, Any]:
    """FastAPI's document made to say exactly what is sent."""
    schemas = document["components"]["schemas"]
    for name in _OF_MODEL:
        for field, schema in schemas[name]["properties"].items():
            schemas[name]["properties"][field] = _as_sent(schema)
    schemas["Process"]["example"] = examples.PROCESS
    for unused in ("HTTPValidationError", "ValidationError"):
        schemas.pop(unused, None)
    for path in document["paths"].values():
        for operation in path.values():
            for status, response in operation["responses"].items():
                if int(status) >= 400:
                    _as_problem(response)
    return document


def _as_sent(schema: dict[str, Any]) -> dict[str, Any]:
    """A member of the model as JSON has it: absent, never null; durations as text."""
    choices = [choice for choice in schema.get("anyOf", []) if choice.get("type") != "null"]
    if not choices:
        return schema
    rest = {k: v for k, v in schema.items() if k not in ("anyOf", "default")}
    if len(choices) == 1:
        return {**_as_sent(choices[0]), **rest}
    if {choice.get("type") for choice in choices} == {"string", "number"}:
        return {"type": "string", **rest}
    return {**rest, "anyOf": choices}


def _as_problem(response: dict[str, Any]) -> None:
    # FastAPI declares its own validation errors, which are problems like all others here.
    response["content"] = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/ProblemDetails"}}}
    if response["description"] == "Validation Error":
        response["description"] = "What was sent is not understood; every error is listed."


def main() -> None:
    """Print the document, the same for the same code."""
    # Here, since the application imports this module.
    from touchline.api.app import create_app
    from touchline.api.settings import Settings

    # Nothing is opened before the server starts.
    app = create_app(Settings.in_folder())
    json.dump(app.openapi(), sys.stdout, ensure_ascii=False, indent=2, sort_keys=True)
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
