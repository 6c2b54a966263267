"""The formats as the editor lists them: `python -m touchline.formats.listing`."""

from __future__ import annotations

import json

from touchline.formats import all_formats


def listing() -> str:
    """All formats as JSON, in the order of menus; `make types` keeps them with the editor."""
    entries = [
        {
            "id": one.id,
            "name": one.name,
            "use": one.use,
            "endings": one.endings,
            "mediaTypes": one.media_types,
            "reads": one.reads is not None,
            "writes": one.writes is not None,
            "options": one.options,
        }
        for one in all_formats()
    ]
    return json.dumps(entries, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    print(listing(), end="")
