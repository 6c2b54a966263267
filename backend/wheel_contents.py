"""Puts the built editor and the templates into the wheel, which lie outside the package."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class WheelContents(BuildHookInterface[Any]):
    """A wheel without the editor would install and then show nothing, so it is refused."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the folders, except to an editable install, which reads them where they are."""
        if version == "editable":
            return
        root = Path(self.root)
        if not (root / "frontend" / "dist" / "index.html").is_file():
            raise FileNotFoundError("frontend/dist is not built: run `make setup` first")
        build_data["force_include"][str(root / "frontend" / "dist")] = "touchline/frontend"
        build_data["force_include"][str(root / "process_templates")] = "touchline/process_templates"
