"""Makes backend/touchline/drawing/theme/icons.json from the canvas's icons in @tabler/icons (MIT).

Which icon stands for what is written down in the editor's frontend/src/theme/icons.ts alone.

`make types` runs it; fontTools reads the SVG paths. Arcs and relative steps become absolute lines
and Béziers, which is all that the drawing code knows.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from fontTools.pens.recordingPen import RecordingPen
from fontTools.svgLib.path import parse_path

ROOT = Path(__file__).parents[1]
TARGET = ROOT / "backend" / "touchline" / "drawing" / "theme" / "icons.json"
EDITOR = ROOT / "frontend" / "src" / "theme" / "icons.ts"
PACKAGE = ROOT / "frontend" / "node_modules" / "@tabler" / "icons"


def names() -> dict[str, str]:
    """The icon of each kind, channel and outcome, by its name in the npm package."""
    found = re.findall(r'^  ("?[a-z ]+"?): Icon(\w+),', EDITOR.read_text(encoding="utf-8"), re.M)
    return {
        name.strip('"'): re.sub(r"(?<=[a-z])(?=[A-Z0-9])", "-", icon).lower()
        for name, icon in found
    }


def main() -> None:
    """Write the file."""
    nodes = json.loads((PACKAGE / "tabler-nodes-outline.json").read_text(encoding="utf-8"))
    icons = {ours: _strokes(nodes[theirs]) for ours, theirs in names().items()}
    lines = [f"  {json.dumps(name)}: {json.dumps(strokes)}" for name, strokes in icons.items()]
    TARGET.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


def _strokes(nodes: list[list[object]]) -> list[list[list[float]]]:
    """Each stroke as its start followed by lines (two numbers) and Béziers (six numbers)."""
    strokes: list[list[list[float]]] = []
    for tag, attributes in nodes:
        if tag != "path" or not isinstance(attributes, dict):
            raise ValueError(f"an icon is made of {tag}, which is not known here")
        pen = RecordingPen()
        parse_path(attributes["d"], pen)
        for operation, points in pen.value:
            numbers = [round(number, 2) for point in points for number in point]
            if operation == "moveTo":
                strokes.append([numbers])
            elif operation in ("lineTo", "curveTo"):
                strokes[-1].append(numbers)
            elif operation == "closePath":
                strokes[-1].append(strokes[-1][0])
            elif operation != "endPath":
                raise ValueError(f"an icon has a {operation}, which is not known here")
    return strokes


if __name__ == "__main__":
    main()
