"""Files that a person drags out of a folder onto the page."""

from pathlib import Path

from playwright.sync_api import Locator


def drop_on(target: Locator, file: Path) -> None:
    """Drops a file where something stands, on whatever is in front there."""
    box = target.bounding_box()
    assert box is not None
    place = {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}
    carried = {"items": [], "files": [str(file)], "dragOperationsMask": 1}
    devtools = target.page.context.new_cdp_session(target.page)
    for type in ("dragEnter", "dragOver", "drop"):
        event = {"type": type, **place, "data": carried}
        devtools.send("Input.dispatchDragEvent", event)
