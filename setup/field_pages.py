"""Writes `docs/fields.md` and `docs/limits.md` from the model: every field, and every limit."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from touchline.model import limits
from touchline.model.about import Field, Form
from touchline.model.fields import FIELDS, GROUPS

FOLDER = Path(__file__).parent.parent / "docs"

_VALUES = {
    Form.VERSION: "a number",
    Form.ID: "an id",
    Form.LINE: "one line",
    Form.TEXT: "text",
    Form.URL: "an address",
    Form.STAGE: "the name of a stage",
    Form.DURATION: "a length of time, such as `3 days`",
    Form.SHARE: "a number from 0 to 1",
    Form.COORDINATE: f"pixels, at most {limits.MAX_COORDINATE:,} away",
}
_ENTRIES = {Form.LINE: "lines", Form.TEXT: "texts", Form.STAGE: "stages"}


def pages() -> Iterator[tuple[str, str]]:
    """The name and the text of each page."""
    yield "fields.md", _fields_page()
    yield "limits.md", _limits_page()


def _fields_page() -> str:
    parts = [
        "# The fields",
        "Made by `make docs` from the model. One shape everywhere: in a YAML file, as JSON in the "
        "API, and in the document that the editor works on. What is absent is left out.",
    ]
    for name, fields in FIELDS.items():
        parts.append(f"## {name.capitalize()}")
        says = (GROUPS[name].__doc__ or "").strip()
        parts.append(says)
        rows = "\n".join(_row(field) for field in fields)
        parts.append(
            f"| key | on screens | value | what it is for |\n| --- | --- | --- | --- |\n{rows}"
        )
    return "\n\n".join(parts) + "\n"


def _row(field: Field) -> str:
    needed = " (needed)" if field.required else ""
    default = "" if field.default is None else f"; `{field.default}` when absent"
    label = field.about.label or ""
    return f"| `{field.key}`{needed} | {label} | {_value(field)}{default} | {field.about.what} |"


def _value(field: Field) -> str:
    if field.is_list:
        group = next((name for name, group in GROUPS.items() if group is field.group), None)
        entries = f"[{group}s](#{group})" if group else _ENTRIES[field.form]
        return f"a list of {entries}, at most {field.most:,}"
    if field.choice:
        return ", ".join(f"`{word.value}`" for word in field.choice)
    if field.group:
        group = next(name for name, group in GROUPS.items() if group is field.group)
        return f"a [{group}](#{group})"
    most = f", at most {field.most:,} characters" if field.most else ""
    return f"{_VALUES[field.form]}{most}"


def _limits_page() -> str:
    rows = "\n".join(
        f"| `{name}` | {getattr(limits, name):,} | {says} |" for name, says in _said_of_limits()
    )
    return (
        "# The limits\n\nMade by `make docs` from `backend/touchline/model/limits.py`, the one "
        "place where they are set. Whatever goes beyond one is refused with an error that says "
        f"so.\n\n| name | value | what it limits |\n| --- | --- | --- |\n{rows}\n"
    )


def _said_of_limits() -> Iterator[tuple[str, str]]:
    """The name of every limit, and what stands below it in its file."""
    body = ast.parse(Path(limits.__file__).read_text(encoding="utf-8")).body
    for here, below in pairwise(body):
        match here, below:
            case (
                ast.Assign(targets=[ast.Name(id=name)]),
                ast.Expr(value=ast.Constant(value=str(says))),
            ):
                yield name, " ".join(says.split())


def main() -> None:
    """Write the pages."""
    for name, text in pages():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
