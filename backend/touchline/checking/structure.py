"""What makes a process well-formed beyond its single fields; read from plain data, however bad.

It looks at what can be understood and passes over the rest, which the fields' own checks report.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeGuard

from touchline.checking.field_errors import slug
from touchline.model.duration import Duration, says_working_days
from touchline.model.errors import DurationError, Problem
from touchline.model.limits import MAX_EDGES, MAX_STAGES, MAX_STEPS
from touchline.model.nearest import nearest
from touchline.model.numerals import spelling
from touchline.model.place import Place, describe, path, shorten
from touchline.model.process import (
    FORMAT_VERSION,
    MEASURED_RULES,
    DayCount,
    Kind,
    Process,
)
from touchline.model.values import WHITE_SPACE


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong at a place; `say` puts it in words, which a file with a hundred thousand
    faults pays for only where they are shown. `of_key`: the key itself is wrong, not its value."""

    place: Place
    say: Callable[[], Problem]
    of_key: bool = False


def limit_faults(data: Mapping[str, Any]) -> Iterator[Fault]:
    """Lists beyond the limits: looked at first, so that nothing else runs long."""
    for key, most in (("stages", MAX_STAGES), ("steps", MAX_STEPS), ("edges", MAX_EDGES)):
        entries = data.get(key)
        if isinstance(entries, list | tuple) and len(entries) > most:
            yield _fault((key,), f"{len(entries):,} {key}", f"at most {most:,}")


def structure_faults(data: Mapping[str, Any]) -> Iterator[Fault]:
    """Every structural fault of a process in plain data."""
    yield from _version(data)
    yield from _limits_of_silence(data)
    stages, faults = _stages(data)
    yield from faults
    ids, faults = _ids(data)
    yield from faults
    yield from _ceilings(data)
    yield from _working_days(data)
    # Against a list that cannot be read, every step and edge would look wrong.
    yield from _steps(data, stages if _readable(data, "stages") else None)
    yield from _edges(data, ids if _readable(data, "steps") else None)


def split_by_commas(data: Mapping[str, Any]) -> Iterator[Fault]:
    """What braces make of `{max_wait: 2,5 days}`: a number, and a key that begins with a digit.

    For what has unknown keys; of them it says more than that they are unknown."""
    for place, group in _all_groups(data):
        before: tuple[str, Any] | None = None
        for key, value in group.items():
            if value is None and isinstance(key, str) and key[:1].isdigit() and before:
                whole = f'{before[0]}: "{_as_text(before[1])},{shorten(key)}"'
                yield _fault(
                    (*place, key),
                    f"the key `{shorten(key)}`, since a comma within braces ends a value",
                    f"quotes around text with a comma in it: `{whole}`",
                    of_key=True,
                )
            before = (key, value) if isinstance(key, str) else None


def _version(data: Mapping[str, Any]) -> Iterator[Fault]:
    version = data.get("touchline", FORMAT_VERSION)
    if isinstance(version, bool) or version != FORMAT_VERSION:
        yield _fault(
            ("touchline",),
            f"version {describe(version)} of the format",
            f"{FORMAT_VERSION}, the only version that this Touchline understands",
        )


def _limits_of_silence(data: Mapping[str, Any]) -> Iterator[Fault]:
    # A warning later than the limit never comes; that is no fault, and an editor passes through it.
    longest = _duration(data.get("max_gap", Process.model_fields["max_gap"].default))
    if longest is not None and longest.minutes() == 0:
        yield _fault(("max_gap",), str(longest), "a length of time that is more than nothing")


def _stages(data: Mapping[str, Any]) -> tuple[dict[str, int], list[Fault]]:
    first: dict[str, int] = {}
    faults = []
    for index, stage in enumerate(_list(data, "stages")):
        if _is_word(stage):
            earlier = first.setdefault(stage.strip(WHITE_SPACE), index)
            if earlier != index:
                found = f"the stage {describe(stage)} again, as in stages[{earlier}]"
                faults.append(_fault(("stages", index), found, "each stage once"))
    return first, faults


def _ids(data: Mapping[str, Any]) -> tuple[dict[str, str], list[Fault]]:
    """The name of every step by its id, and the ids given twice."""
    names: dict[str, str] = {}
    first: dict[str, int] = {}
    faults = []
    for index, step in _groups(data, "steps"):
        identity = step.get("id")
        if not isinstance(identity, str):
            continue
        if first.setdefault(identity, index) != index:
            found = f"the id {describe(identity)} again, as in steps[{first[identity]}]"
            faults.append(_fault(("steps", index, "id"), found, "an id that no other step has"))
        else:
            name = step.get("name")
            names[identity] = name.strip(WHITE_SPACE) if isinstance(name, str) else ""
    return names, faults


def _steps(data: Mapping[str, Any], stages: Mapping[str, int] | None) -> Iterator[Fault]:
    kinds = set(Kind)
    for index, step in _groups(data, "steps"):
        stage, kind = step.get("stage"), step.get("kind")
        if stages is not None and _is_word(stage) and stage.strip(WHITE_SPACE) not in stages:
            yield _fault(
                ("steps", index, "stage"),
                f"the stage {describe(stage)}",
                "one of the process's `stages`",
                partial(nearest, stage, stages),
            )
        known = isinstance(kind, str) and kind in kinds
        if step.get("outcome") is not None and known and kind != Kind.END:
            yield _fault(
                ("steps", index, "outcome"),
                f"an outcome on a step of the kind {kind}",
                "an outcome on ends only",
            )


def _edges(data: Mapping[str, Any], ids: Mapping[str, str] | None) -> Iterator[Fault]:
    first: dict[tuple[str, str], int] = {}
    for index, edge in _groups(data, "edges"):
        ends = {side: edge.get(side) for side in ("from", "to")}
        for side, identity in ends.items():
            if ids is not None and isinstance(identity, str) and identity not in ids:
                yield _fault(
                    ("edges", index, side),
                    describe(identity),
                    "the id of a step of this process",
                    partial(_nearest_step, identity, ids),
                )
        source, target = ends["from"], ends["to"]
        if isinstance(source, str) and isinstance(target, str):
            earlier = first.setdefault((source, target), index)
            if earlier != index:
                found = f"a second edge from {describe(source)} to {describe(target)}"
                expected = f"one edge at most from a step to another, as in edges[{earlier}]"
                yield _fault(("edges", index), found, expected)


def _ceilings(data: Mapping[str, Any]) -> Iterator[Fault]:
    for key in ("steps", "edges"):
        allowed = ((i, entry) for i, entry in _groups(data, key) if "allow" in entry)
        for index, owner in allowed:
            for number, waiver in _groups(owner, "allow"):
                rule = waiver.get("rule")
                measured = not _is_word(rule) or rule.strip(WHITE_SPACE) in MEASURED_RULES
                if waiver.get("up_to") is not None and not measured:
                    yield _fault(
                        (key, index, "allow", number, "up_to"),
                        f"an end for the waiver of the rule {describe(rule)}",
                        f"`up_to` with {' or '.join(MEASURED_RULES)} only, the rules that report "
                        "a number of days",
                    )


def _working_days(data: Mapping[str, Any]) -> Iterator[Fault]:
    """Working days in a process that counts those of the calendar."""
    if data.get("days", DayCount.CALENDAR) != DayCount.CALENDAR:
        return
    for place, value in _durations(data):
        if says_working_days(value):
            length = _duration(value)
            yield _fault(
                place,
                describe(value),
                f"days of the calendar{f', such as {length}' if length else ''}, since this "
                "process counts those; `days: business` at its top counts working days throughout",
            )


def _durations(data: Mapping[str, Any]) -> Iterator[tuple[Place, Any]]:
    """Every length of time that is written, with its place."""
    for key in ("max_gap", "warn_gap"):
        yield (key,), data.get(key)
    for group, key in (("steps", "duration"), ("edges", "max_wait")):
        for index, entry in _groups(data, group):
            yield (group, index, key), entry.get(key)
            if "allow" in entry:
                for number, waiver in _groups(entry, "allow"):
                    yield (group, index, "allow", number, "up_to"), waiver.get("up_to")


def _all_groups(data: Mapping[str, Any]) -> Iterator[tuple[Place, Mapping[Any, Any]]]:
    yield (), data
    for key in ("steps", "edges"):
        for index, entry in _groups(data, key):
            yield (key, index), entry
            for inner in ("allow", "assets"):
                if inner in entry:
                    for number, group in _groups(entry, inner):
                        yield (key, index, inner, number), group
            if isinstance(entry.get("position"), dict):
                yield (key, index, "position"), entry["position"]


def _as_text(value: Any) -> str:
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return shorten(spelling(value) if number else str(value))


def _nearest_step(identity: str, names: Mapping[str, str]) -> str | None:
    # A name in the place of an id is the commonest slip of those who write by hand.
    by_name = next(
        (step for step, name in names.items() if name == identity.strip(WHITE_SPACE)), None
    )
    made = slug(identity)
    return by_name or (made if made in names else nearest(identity, names))


def _fault(
    place: Place,
    found: str,
    expected: str,
    hint: Callable[[], str | None] | None = None,
    *,
    of_key: bool = False,
) -> Fault:
    def say() -> Problem:
        return Problem(path(place), found, expected, hint() if hint else None)

    return Fault(place, say, of_key)


def _duration(value: object) -> Duration | None:
    try:
        return Duration.parse(value)
    except DurationError:
        # The field's own check reports what is no duration.
        return None


def _is_word(value: object) -> TypeGuard[str]:
    return isinstance(value, str) and bool(value.strip(WHITE_SPACE))


def _readable(data: Mapping[str, Any], key: str) -> bool:
    return isinstance(data.get(key, []), list | tuple)


def _list(data: Mapping[str, Any], key: str) -> list[Any] | tuple[Any, ...]:
    value = data.get(key)
    return value if isinstance(value, list | tuple) else []


def _groups(data: Mapping[str, Any], key: str) -> Iterator[tuple[int, dict[Any, Any]]]:
    return ((i, entry) for i, entry in enumerate(_list(data, key)) if isinstance(entry, dict))
