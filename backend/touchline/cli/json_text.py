"""JSON that programs read and that does nothing to a terminal it is shown on."""

from __future__ import annotations

import json
import re
from typing import Any

_OBEYED = re.compile(r"[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def json_text(data: Any) -> str:
    """Indented JSON; characters that a terminal obeys are written as escapes."""
    text = json.dumps(data, indent=2, ensure_ascii=False)
    return _OBEYED.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n"
