"""What a browser gets: the shell of the editor, its files, and pages for errors."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from fastapi import APIRouter, Request, Response
from jinja2 import Environment, FileSystemLoader, PackageLoader
from starlette.responses import FileResponse, HTMLResponse

from touchline.api.services import Here
from touchline.drawing.theme.colours import Theme, colors
from touchline.store import NoSuchProcess, ProcessDamaged

router = APIRouter(include_in_schema=False)

_HASHED = re.compile(r"-[A-Za-z0-9_-]{8,}\.[a-z0-9]+$")
"""How the build names files after their content; such a file never changes."""
_FOR_EVER = "public, max-age=31536000, immutable"


@router.get("/")
async def home(here: Here) -> Response:
    """The list of processes."""
    return shell(_frontend(here.settings.frontend_dir))


@router.get("/process/{process_id}")
async def editor(here: Here, process_id: str) -> Response:
    """The editor of one process; also of one in the bin, which it offers to restore."""
    try:
        await here.storage.run(here.store.read, process_id)
    except NoSuchProcess:
        return error_page(404, "There is no such process", "It may have been deleted for good.")
    except ProcessDamaged as error:
        return error_page(500, "This process is damaged", str(error))
    return shell(_frontend(here.settings.frontend_dir))


@router.get("/assets/{name:path}")
async def asset(here: Here, request: Request, name: str) -> Response:
    """A file of the built editor."""
    folder = _frontend(here.settings.frontend_dir)
    file = _inside(folder / "assets", name) if folder else None
    if file is None:
        return error_page(
            404, "There is no such file", "The page that wants it may be out of date."
        )
    kept = _FOR_EVER if _HASHED.search(file.name) else "no-cache"
    # With the file's facts at hand the response has its ETag before it is sent.
    response = FileResponse(file, headers={"Cache-Control": kept}, stat_result=file.stat())
    tag = response.headers["etag"]
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers={"ETag": tag, "Cache-Control": kept})
    return response


def error_page(status: int, title: str, text: str) -> Response:
    """A page for a person, in place of the problem that a program gets."""
    content = (
        _own_pages().get_template("error.html.j2").render(status=status, title=title, text=text)
    )
    return HTMLResponse(content, status_code=status, headers={"Cache-Control": "no-store"})


def shell(folder: Path | None) -> Response:
    """The page that loads the editor, or what to do when this copy has none."""
    if folder is None:
        content = _own_pages().get_template("not-built.html.j2").render()
        return HTMLResponse(content, headers={"Cache-Control": "no-store"})
    index = folder / "index.html"
    content = _built_pages(folder, index.stat().st_mtime_ns).get_template("index.html").render()
    return HTMLResponse(content, headers={"Cache-Control": "no-cache"})


def _frontend(chosen: Path | None) -> Path | None:
    """Where the built editor is: as chosen, inside an installed package, else in the checkout."""
    packaged = Path(str(files("touchline"))) / "frontend"
    checkout = Path(__file__).resolve().parents[3] / "frontend" / "dist"
    for folder in (chosen,) if chosen is not None else (packaged, checkout):
        if (folder / "index.html").is_file():
            return folder
    return None


def _inside(folder: Path, name: str) -> Path | None:
    """The file `name` in `folder`; None when there is none or it is elsewhere."""
    if "\x00" in name:
        return None
    root = folder.resolve()
    file = (root / name).resolve()
    return file if file.is_relative_to(root) and file.is_file() else None


@lru_cache(maxsize=1)
def _own_pages() -> Environment:
    pages = Environment(loader=PackageLoader("touchline.api", "pages"), autoescape=True)
    pages.globals.update(light=colors(Theme.LIGHT).surface, dark=colors(Theme.DARK).surface)
    return pages


@lru_cache(maxsize=2)
def _built_pages(folder: Path, _changed_at: int) -> Environment:
    return Environment(loader=FileSystemLoader(folder), autoescape=True)
