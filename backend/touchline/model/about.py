"""What is known of a field beyond its type: how it is called, what it is for, how it is typed in.

It stands in the model beside each field, and everything that reads, writes, shows or explains
fields takes it from there: the readers and writers of the shared document, the JSON Schema, the
playbook, `docs/fields.md` and, through `fields.json`, the editor.
"""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from touchline.model.duration import Duration


class Form(StrEnum):
    """What a value looks like: how it is read, written, typed in and shown."""

    VERSION = "version"
    ID = "id"
    LINE = "line"
    TEXT = "text"
    """Free text of several lines."""
    URL = "url"
    STAGE = "stage"
    """The name of one of the process's stages."""
    CHOICE = "choice"
    """One of a few words; `Field.choice` says of which."""
    DURATION = "duration"
    SHARE = "share"
    COORDINATE = "coordinate"
    GROUP = "group"
    """A group of keys of its own; `Field.group` says which."""


@dataclass(frozen=True, slots=True)
class About:
    """What the model says of one field."""

    what: str
    """What it is for, in a sentence: for whoever writes a file, and for the documentation."""
    label: str | None = None
    """What it is called on screens and in the playbook; None for what is never shown by itself."""
    short_label: str | None = None
    """The same where there is little room."""
    of: str | None = None
    """What it is called of one step, `{}` standing for the step's name; “<label> of {}” if None."""
    hint: str | None = None
    """What an editor says below it, where the label alone does not say it."""
    placeholder: str | None = None
    """What stands in its field while it is empty."""
    noun: str | None = None
    """What one of it is called in a sentence: “line”, “wait”."""
    examples: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a group of the model, as those who derive something from the model see it."""

    name: str
    """As Python has it."""
    key: str
    """As files, JSON and the shared document have it."""
    form: Form
    """What it looks like, or what each of its entries does where it is a list."""
    is_list: bool
    required: bool
    default: Any
    """None where it may be absent."""
    most: int | None
    """The most characters of a text, or the most entries of a list."""
    pattern: str | None
    """What a text must look like, as a regular expression."""
    choice: type[Enum] | None
    group: type[BaseModel] | None
    about: About


def fields_of(group: type[BaseModel]) -> tuple[Field, ...]:
    """The fields of one group of the model, in their order.

    Raises TypeError for a field whose type has no form, or about which nothing is said.
    """
    return tuple(_field(group, name, field) for name, field in group.model_fields.items())


def _field(group: type[BaseModel], name: str, field: FieldInfo) -> Field:
    where = f"{group.__name__}.{name}"
    about = next((part for part in field.metadata if isinstance(part, About)), None)
    if about is None:
        raise TypeError(f"{where}: nothing is said about it; annotate it with About(…)")
    parts = list(_parts(field.annotation, field.metadata))
    choice = _class(parts, Enum)
    inner = _class(parts, BaseModel)
    is_list = any(get_origin(part) is tuple for part in parts)
    return Field(
        name=name,
        key=field.alias or name,
        form=_form(parts, where),
        is_list=is_list,
        required=field.is_required(),
        default=None if field.is_required() or field.default == () else field.default,
        most=_said(field.metadata if is_list else parts, "max_length", int),
        pattern=_said(parts, "pattern", str),
        choice=choice,
        group=inner,
        about=about,
    )


def _form(parts: list[Any], where: str) -> Form:
    said = next((part for part in parts if isinstance(part, Form)), None)
    if said is not None:
        return said
    for base, form in ((Duration, Form.DURATION), (Enum, Form.CHOICE), (BaseModel, Form.GROUP)):
        if _class(parts, base) is not None:
            return form
    raise TypeError(f"{where}: no Form for a type such as {parts[-1]}")


def _parts(annotation: Any, metadata: list[Any]) -> Iterator[Any]:
    """Everything that a type is made of, from the outside in."""
    yield from metadata
    yield annotation
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *said = get_args(annotation)
        yield from _parts(inner, said)
    elif origin in (Union, types.UnionType, tuple):
        for argument in get_args(annotation):
            yield from _parts(argument, [])


def _class(parts: list[Any], base: type) -> Any:
    return next((part for part in parts if isinstance(part, type) and issubclass(part, base)), None)


def _said(parts: list[Any], name: str, kind: type) -> Any:
    """What one of the parts says under a name."""
    found = (getattr(part, name, None) for part in parts)
    return next((value for value in found if isinstance(value, kind)), None)
