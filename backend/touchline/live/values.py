"""Single values of the shared document: each reader gives a value of the model, or None where what
stands there does not parse."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from pydantic import TypeAdapter, ValidationError

from touchline.model.about import Field, Form
from touchline.model.duration import Duration
from touchline.model.errors import DurationError
from touchline.model.limits import MAX_NAME, MAX_TEXT
from touchline.model.values import Coordinate, Line, Share, StepId, Text, Url

Reader: TypeAlias = Callable[[object], Any]


def _reader(kind: Any) -> Reader:
    adapter: TypeAdapter[Any] = TypeAdapter(kind)

    def read(value: object) -> Any:
        if value is None:
            return None
        try:
            return adapter.validate_python(value)
        except ValidationError:
            return None

    return read


_line = _reader(Line)
_text = _reader(Text)
_share = _reader(Share)
_coordinate = _reader(Coordinate)

step_id: Reader = _reader(StepId)
url: Reader = _reader(Url)


def line(value: object) -> str | None:
    """One line; what is longer than the limit is cut, since losing all of it would be worse."""
    found: str | None = _line(value[:MAX_NAME] if isinstance(value, str) else value)
    return found


def text(value: object) -> str | None:
    """Free text, cut at the limit."""
    found: str | None = _text(value[:MAX_TEXT] if isinstance(value, str) else value)
    return found


def duration(value: object) -> Duration | None:
    """A length of time from its text."""
    if not isinstance(value, str):
        return None
    try:
        return Duration.parse(value)
    except DurationError:
        return None


def share(value: object) -> float | None:
    """A number from 0 to 1; text that looks like one is none."""
    return _share(value) if isinstance(value, int | float) else None


def coordinate(value: object) -> float | None:
    """A place on one axis of the canvas, in pixels."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    found: float | None = _coordinate(value)
    return found


def plain_number(number: float) -> int | float:
    """Whole numbers as integers, as the browser writes them."""
    return int(number) if number.is_integer() else number


def of_field(field: Field) -> Reader:
    """What reads the values of a field, or the entries of one that is a list.

    Raises KeyError for what the document does not hold as a plain value.
    """
    return _reader(field.choice) if field.choice else _OF_FORM[field.form]


_OF_FORM: Mapping[Form, Reader] = {
    Form.LINE: line,
    Form.TEXT: text,
    Form.URL: url,
    Form.DURATION: duration,
    Form.SHARE: share,
    Form.COORDINATE: coordinate,
}
