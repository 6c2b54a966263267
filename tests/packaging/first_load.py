"""The script that the editor needs before a process can be edited, by the build's manifest."""

import gzip
import json
from pathlib import Path

DIST = Path(__file__).parents[2] / "frontend" / "dist"
SCREEN = "src/screen/EditorScreen.tsx"
# As the server compresses it.
LEVEL = 5


def first_load() -> dict[str, int]:
    """The compressed size of each script of the first load, in bytes.

    Parts of the screen that are loaded when a view needs them, or once the browser is idle, are
    not among them.
    """
    manifest = json.loads((DIST / ".vite" / "manifest.json").read_text(encoding="utf-8"))
    entry = next(key for key, part in manifest.items() if part.get("isEntry"))
    needed: list[str] = []
    waiting = [entry, SCREEN]
    while waiting:
        key = waiting.pop()
        if key in needed:
            continue
        needed.append(key)
        waiting += manifest[key].get("imports", [])
    files = (manifest[key]["file"] for key in needed)
    return {file: _compressed(DIST / file) for file in files if file.endswith(".js")}


def _compressed(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), LEVEL))
