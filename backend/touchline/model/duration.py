"""How long a wait or a step is: exact, in whole minutes, written as people say it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from touchline.model.errors import DurationError
from touchline.model.limits import MAX_DAYS

MINUTES_PER_HOUR = 60
MINUTES_PER_DAY = 24 * MINUTES_PER_HOUR
EXPECTED = "a length of time such as “30 minutes”, “4 hours”, “3 days” or “2 weeks”"

_UNITS = {
    **dict.fromkeys(("m", "min", "mins", "minute", "minutes"), "minute"),
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours"), "hour"),
    **dict.fromkeys(("d", "day", "days"), "day"),
    **dict.fromkeys(("w", "wk", "wks", "week", "weeks"), "week"),
}
_MINUTES = {"minute": 1, "hour": MINUTES_PER_HOUR, "day": MINUTES_PER_DAY}
_PART = re.compile(r"\s*([0-9]+(?:[.,][0-9]+)?)\s*([a-z]+)\s*(?:,|and\b)?", re.ASCII)
_NUMBER = re.compile(r"\s*[0-9]+(?:\.[0-9]+)?\s*", re.ASCII)
_MAX_TEXT = 60


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time, exact.

    Weeks are kept as written, because a week is seven days in a process that counts calendar days
    and five in one that counts business days; everything else is whole minutes, with a day of 24
    hours in both.
    """

    whole_minutes: int = 0
    weeks: int = 0

    @classmethod
    def parse(cls, value: object) -> Duration:
        """Read a duration from text (“3 days”, “4h”, “1 day 4 hours”) or a bare number of days.

        Raises DurationError when it is no duration, is negative, is no whole number of minutes, or
        is longer than MAX_DAYS.
        """
        if isinstance(value, Duration):
            return value
        if isinstance(value, str):
            return _parse_text(value)
        if isinstance(value, int | float) and not isinstance(value, bool):
            # repr of a float is its shortest decimal, so 0.1 days is what the person typed.
            return _parse_number(repr(value))
        raise DurationError(f"expected {EXPECTED}")

    @classmethod
    def of(cls, minutes: int) -> Duration:
        """The duration of a number of whole minutes."""
        return cls(whole_minutes=minutes)

    def minutes(self, days_per_week: int = 7) -> int:
        """Its length in minutes, a week being `days_per_week` days."""
        return self.whole_minutes + self.weeks * days_per_week * MINUTES_PER_DAY

    def __str__(self) -> str:
        """The one canonical spelling, which `parse` reads back as the same duration."""
        parts = [_spell(self.weeks, "week")] if self.weeks else []
        if self.whole_minutes or not parts:
            parts.append(spell_minutes(self.whole_minutes))
        return " ".join(parts)

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[Any], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            _validate, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {
            "anyOf": [
                {"type": "string", "pattern": r"^\s*[0-9].*$"},
                {"type": "number", "minimum": 0, "description": "days"},
            ],
            "description": f"{EXPECTED[0].upper()}{EXPECTED[1:]}; a bare number is days.",
            "examples": ["3 days", "4 hours", "30m"],
        }


def spell_minutes(minutes: int) -> str:
    """Whole minutes as people say them, in the largest unit that divides evenly (never weeks)."""
    if minutes % MINUTES_PER_DAY == 0:
        return _spell(minutes // MINUTES_PER_DAY, "day")
    if minutes % MINUTES_PER_HOUR == 0:
        return _spell(minutes // MINUTES_PER_HOUR, "hour")
    return _spell(minutes, "minute")


def days(minutes: int) -> float:
    """Minutes as days of 24 hours, for the surface: exact to four decimal places."""
    return round(minutes / MINUTES_PER_DAY, 4)


def say_days(minutes: int) -> str:
    """Minutes as a person reads a silence, exact: “7 days”, “2.5 days”, “2 days 4 hours”.

    Quarters of a day are said as such; under a day it is hours or minutes.
    """
    if 0 < minutes < MINUTES_PER_DAY:
        return spell_minutes(minutes)
    if minutes % (MINUTES_PER_DAY // 4) == 0:
        return _spell(f"{minutes / MINUTES_PER_DAY:g}", "day")
    whole, rest = divmod(minutes, MINUTES_PER_DAY)
    return f"{_spell(whole, 'day')} {spell_minutes(rest)}"


def _spell(amount: int | str, unit: str) -> str:
    return f"{amount} {unit}" if str(amount) == "1" else f"{amount} {unit}s"


@lru_cache(maxsize=4096)
def _parse_text(text: str) -> Duration:
    lowered = text.strip().lower()
    if not lowered or len(lowered) > _MAX_TEXT:
        raise DurationError(f"expected {EXPECTED}")
    if _NUMBER.fullmatch(lowered):
        return _parse_number(lowered)
    amounts: dict[str, Decimal] = {}
    position = 0
    while position < len(lowered):
        part = _PART.match(lowered, position)
        unit = _UNITS.get(part[2]) if part else None
        if part is None or unit is None or unit in amounts:
            raise DurationError(f"expected {EXPECTED}")
        amounts[unit] = Decimal(part[1].replace(",", "."))
        position = part.end()
    weeks = amounts.pop("week", Decimal(0))
    if weeks != int(weeks):
        raise DurationError("expected whole weeks; write a part of a week in days")
    return _limited(
        sum((amount * _MINUTES[unit] for unit, amount in amounts.items()), Decimal(0)), int(weeks)
    )


def _parse_number(text: str) -> Duration:
    try:
        amount = Decimal(text.strip())
    except InvalidOperation:
        raise DurationError(f"expected {EXPECTED}") from None
    if not amount.is_finite():
        raise DurationError(f"expected {EXPECTED}")
    return _limited(amount * MINUTES_PER_DAY, 0)


def _limited(minutes: Decimal, weeks: int) -> Duration:
    if minutes < 0:
        raise DurationError("expected a length of time that is not negative")
    if minutes + weeks * 7 * MINUTES_PER_DAY > MAX_DAYS * MINUTES_PER_DAY:
        raise DurationError(f"expected at most {MAX_DAYS} days")
    if minutes != int(minutes):
        raise DurationError("expected a whole number of minutes")
    return Duration(int(minutes), weeks)


def _validate(value: object) -> Duration:
    try:
        return Duration.parse(value)
    except DurationError as error:
        raise PydanticCustomError("duration", "{message}", {"message": str(error)}) from None
