"""Names of files that any system takes for a name and nothing else; the editor's `safeFileName` is
its twin, held to it by `tests/twins/file_names.json`."""

from __future__ import annotations

import re
import unicodedata

_LONGEST = 80
_LONGEST_BYTES = 200
"""Of the 255 bytes that a file's name may have; a browser adds “ (1)” and the like."""
_KEPT = " -_(),"
_DEVICE = re.compile(r"(con|prn|aux|nul|(com|lpt)[0-9])", re.IGNORECASE)
"""What Windows takes for a device, with any ending."""


def safe_file_name(name: str) -> str:
    """`name` with its ending, without what a path, a header or a system gives a meaning to."""
    stem, _, ending = name.rpartition(".")
    kept = "".join(c if unicodedata.category(c)[0] in "LNM" or c in _KEPT else " " for c in stem)
    short = " ".join(kept.split())[:_LONGEST].encode()[:_LONGEST_BYTES].decode(errors="ignore")
    stem = short.strip(" -") or "process"
    if _DEVICE.fullmatch(unicodedata.normalize("NFKC", stem)):
        stem = f"{stem} process"
    return f"{stem}.{ending}"
