"""Cases that the tests of both languages run, one file for each algorithm that both must know.

The editor's tests read the same files. `python -m tests.twins.typeface` writes the widths of
letters that the cases for wrapping and for step boxes are measured with.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent


def cases(name: str) -> Any:
    """What one file of cases holds."""
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
