"""How long a wait or a step is: exact, in whole minutes, written as people say it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from touchline.model.errors import DurationError
from touchline.model.limits import MAX_DAYS
from touchline.model.numerals import DECIMAL, WrittenFloat

MINUTES_PER_HOUR = 60
MINUTES_PER_DAY = 24 * MINUTES_PER_HOUR
EXPECTED = "a length of time such as “30 minutes”, “4 hours”, “3 days” or “2 weeks”"

_WORDS = {
    "minute": ("m", "min", "mins", "minute", "minutes"),
    "hour": ("h", "hr", "hrs", "hour", "hours"),
    "day": ("d", "day", "days"),
    "week": ("w", "wk", "wks", "week", "weeks"),
}
_UNITS = {word: unit for unit, words in _WORDS.items() for word in words}
_MINUTES = {"minute": 1, "hour": MINUTES_PER_HOUR, "day": MINUTES_PER_DAY}
_SPACE = "[ \\t\\r\\n\u00a0\u202f]"
"""The spaces that people type, and those that a text brings along from a web page."""
_AMOUNT = r"[0-9]+(?:[.,][0-9]+)*"
_PART = re.compile(
    rf"{_SPACE}*({_AMOUNT}){_SPACE}*((?:working|business){_SPACE}+(?=days?\b))?([a-z]+)"
    rf"{_SPACE}*(?:,|and\b)?{_SPACE}*",
    re.ASCII | re.IGNORECASE,
)
_NUMBER = re.compile(rf"{_SPACE}*({_AMOUNT}){_SPACE}*", re.ASCII)
_DECIMAL = re.compile(DECIMAL, re.ASCII)
_THREE_DIGITS = re.compile(r"([0-9]+)[.,]([0-9]{3})", re.ASCII)
_WORKING_DAYS = re.compile(
    rf"(?<![a-z])(?:working|business){_SPACE}+days?(?![a-z])", re.ASCII | re.IGNORECASE
)
MAX_DURATION_TEXT = 60
"""Longest text that is read as a length of time, in characters."""


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

        “3 working days” are three days: whether the process counts such days is for the caller to
        see to (`says_working_days`). Raises DurationError when it is no duration, can be read two
        ways, is negative, is no whole number of minutes, or is longer than MAX_DAYS.
        """
        if isinstance(value, Duration):
            return value
        if isinstance(value, str):
            return _parse_text(value)
        if isinstance(value, int | float) and not isinstance(value, bool):
            # In a file 1.000 may be a thousand; a number that was never written is exact.
            if isinstance(value, WrittenFloat) and _THREE_DIGITS.fullmatch(value.written):
                _amount(value.written)
            # repr of a float is its shortest decimal, so 0.1 days is what the person typed.
            return _limited_days(Decimal(repr(value)))
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
            parts.append(_spell_length(self.whole_minutes))
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


def says_working_days(value: object) -> bool:
    """Whether a duration is written in working or business days, which not every process counts."""
    return isinstance(value, str) and bool(_WORKING_DAYS.search(value))


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


def _spell_length(minutes: int) -> str:
    # Quarters of a day stay days: whoever types 2.5 days does not mean to count hours.
    quarter = MINUTES_PER_DAY // 4
    if minutes > MINUTES_PER_DAY and minutes % quarter == 0:
        return _spell(f"{minutes / MINUTES_PER_DAY:g}", "day")
    return spell_minutes(minutes)


@lru_cache(maxsize=4096)
def _parse_text(text: str) -> Duration:
    if len(text) > MAX_DURATION_TEXT:
        raise DurationError(f"expected {EXPECTED}")
    if number := _NUMBER.fullmatch(text):
        return _limited_days(_amount(number[1]))
    amounts: dict[str, Decimal] = {}
    position = 0
    while position < len(text) or not amounts:
        part = _PART.match(text, position)
        unit = _UNITS.get(part[3].lower()) if part else None
        if part is None or unit is None or unit in amounts:
            raise DurationError(f"expected {EXPECTED}")
        amounts[unit] = _amount(part[1])
        position = part.end()
    weeks = amounts.pop("week", Decimal(0))
    if weeks != int(weeks):
        raise DurationError("expected whole weeks; write a part of a week in days")
    return _limited(
        sum((amount * _MINUTES[unit] for unit, amount in amounts.items()), Decimal(0)), int(weeks)
    )


def _amount(number: str) -> Decimal:
    """A number in digits. Raises DurationError when it can be read two ways, or none."""
    if _DECIMAL.fullmatch(number):
        return Decimal(number.replace(",", "."))
    if match := _THREE_DIGITS.fullmatch(number):
        whole, decimals = match.groups()
        short = decimals.rstrip("0")
        # With a fourth digit it can only be decimals.
        other = f"{whole}.{short if len(short) < 3 else f'{short}0'}".rstrip(".")
        raise DurationError(
            f"expected {whole}{decimals} or {other}: the “{number[len(whole)]}” in {number} could "
            "part thousands or decimals"
        )
    raise DurationError(f"expected {EXPECTED}, its number without anything that parts thousands")


def _limited_days(amount: Decimal) -> Duration:
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


def _pattern() -> str:
    """What `parse` takes of text, as a regular expression of JSON Schema, which knows no flags.

    It cannot add up: a sum beyond MAX_DAYS and parts of a minute are left to `parse`.
    """
    words = {
        unit: "|".join(_any_case(word) for word in sorted(forms, key=len, reverse=True))
        for unit, forms in _WORDS.items()
    }
    working = f"(?:(?:{_any_case('working')}|{_any_case('business')}){_SPACE}+"
    day = f"(?={_any_case('day')}))?"
    units = {unit: f"{_SPACE}*(?:{forms})(?![A-Za-z])" for unit, forms in words.items()}
    units["day"] = f"{_SPACE}*{working}{day}(?:{words['day']})(?![A-Za-z])"
    once = "".join(rf"(?![\s\S]*[0-9]{unit}[\s\S]*[0-9]{unit})" for unit in units.values())
    whole_weeks = rf"(?![\s\S]*[.,]0*[1-9][0-9]*{units['week']})"
    any_unit = "|".join(units.values())
    link = f"{_SPACE}*(?:,|{_any_case('and')}(?![A-Za-z0-9_]))?{_SPACE}*"
    parts = f"{_SPACE}*(?:{DECIMAL}(?:{any_unit}){link})+"
    return f"^(?:{_SPACE}*{DECIMAL}{_SPACE}*|{once}{whole_weeks}{parts})$"


def _any_case(word: str) -> str:
    return "".join(f"[{letter.upper()}{letter}]" for letter in word)


PATTERN = _pattern()
"""The texts that are durations, as far as a regular expression can tell."""
