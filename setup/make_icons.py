"""Makes backend/touchline/drawing/theme/icons.json from the canvas's icons in @tabler/icons (MIT).

    python setup/make_icons.py FOLDER

FOLDER is the unpacked npm package; fontTools, which reads SVG paths, has to be installed. Arcs and
relative steps become absolute lines and Béziers, which is all that the drawing code knows.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from fontTools.pens.recordingPen import RecordingPen
from fontTools.svgLib.path import parse_path

TARGET = Path(__file__).parents[1] / "backend" / "touchline" / "drawing" / "theme" / "icons.json"
ICONS = {
    "start": "player-play",
    "won": "trophy",
    "lost": "circle-x",
    "nurture": "plant-2",
    "end": "flag",
    "task": "checkbox",
    "decision": "git-branch",
    "contact": "user-circle",
    "call": "phone",
    "meeting": "users",
    "video call": "video",
    "email": "mail",
    "text": "message-2",
    "letter": "mail-opened",
    "social": "social",
    "event": "calendar-event",
    "demo": "presentation",
    "proposal": "file-certificate",
    "article": "article",
    "recap": "notes",
    "white paper": "file-text",
    "case study": "book-2",
    "blog post": "pencil",
    "podcast": "headphones",
}


def main(folder: Path) -> None:
    """Write the file."""
    nodes = json.loads((folder / "tabler-nodes-outline.json").read_text())
    icons = {ours: _strokes(nodes[theirs]) for ours, theirs in ICONS.items()}
    lines = [f"  {json.dumps(name)}: {json.dumps(strokes)}" for name, strokes in icons.items()]
    TARGET.write_text("{\n" + ",\n".join(lines) + "\n}\n")


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
    main(Path(sys.argv[1]))
