"""JSON that is ready, as a response."""

from __future__ import annotations

from starlette.responses import Response


def json_response(content: bytes, **headers: str) -> Response:
    """A response with JSON made before; nothing may be kept without asking again."""
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    return Response(
        content, headers={"Cache-Control": "no-cache", **names}, media_type="application/json"
    )
