"""The ready processes of `process_templates/`, wherever this copy of Touchline keeps them."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path

from touchline.formats.yaml.reader import read
from touchline.model.errors import TouchlineError
from touchline.model.nearest import nearest
from touchline.model.process import Process


class NoSuchTemplate(TouchlineError):
    """No template has this name; the text names the nearest one that there is."""

    def __init__(self, name: str) -> None:
        hint = nearest(name, names())
        did_you_mean = f" Did you mean “{hint}”?" if hint else f" There are: {', '.join(names())}."
        super().__init__(f"There is no template “{name[:100]}”.{did_you_mean}")


@cache
def folder() -> Path:
    """Where the templates are: inside an installed package, else beside it in the checkout.

    Raises TouchlineError when this copy has none.
    """
    packaged = Path(str(files("touchline"))) / "process_templates"
    checkout = Path(__file__).resolve().parents[2] / "process_templates"
    for place in (packaged, checkout):
        if place.is_dir():
            return place
    raise TouchlineError("This copy of Touchline has no templates; install it again.")


@cache
def names() -> tuple[str, ...]:
    """The names of all templates, in alphabetical order."""
    return tuple(sorted(file.stem for file in folder().glob("*.yaml")))


@cache
def load(name: str) -> tuple[Process, str]:
    """A template and the YAML it is written in.

    Raises NoSuchTemplate, and NotWellFormed when the file has been damaged.
    """
    # Only names from the list become paths.
    if name not in names():
        raise NoSuchTemplate(name)
    text = (folder() / f"{name}.yaml").read_text(encoding="utf-8")
    return read(text, f"{name}.yaml").process, text
