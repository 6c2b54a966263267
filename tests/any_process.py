"""Hypothesis strategies for well-formed processes of every shape, sound or not."""

from __future__ import annotations

from hypothesis import strategies as st
from pydantic import BaseModel

from touchline.model.about import Field, Form, fields_of
from touchline.model.duration import Duration
from touchline.model.process import (
    MEASURED_RULES,
    DayCount,
    Edge,
    Kind,
    Outcome,
    Process,
    Step,
    Waiver,
)

lines = (
    st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\x00"), max_size=20)
    .map(str.strip)
    .filter(bool)
)
texts = st.text(
    st.characters(blacklist_categories=["Cs"], blacklist_characters="\x00"), max_size=40
)
ids = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,4}){0,2}", fullmatch=True)
durations = st.one_of(
    st.integers(0, 5_000_000).map(Duration.of),
    st.builds(Duration, st.integers(0, 1000), st.integers(0, 50)),
)
_SPACES = st.sampled_from(["", " ", " ", "\u00a0", "\t", "\n"])
_AMOUNTS = st.from_regex(r"[0-9]{1,3}([.,][0-9]{1,4}){0,2}", fullmatch=True)
_UNITS = st.sampled_from(
    [
        *("m", "h", "d", "w", "min", "hours", "day", "days", "week", "weeks", "Days", "WEEKS"),
        *("wks", "dayz", "working", "business", "working days", "business day", "working week"),
        *("Business\tDays", ""),
    ]
)


@st.composite
def written_durations(draw: st.DrawFn) -> str:
    """What somebody may type for a length of time, right or wrong."""
    text = ""
    for _ in range(draw(st.integers(0, 3))):
        text += draw(_SPACES) + draw(_AMOUNTS) + draw(_SPACES) + draw(_UNITS)
        text += draw(_SPACES) + draw(st.sampled_from(["", ",", "and", " and ", ";"]))
    return text[:60]


urls = st.sampled_from(["https://example.com/a?b=c#d", "mailto:ann@example.com", "HTTP://EXAMPLE"])
waivers = st.lists(
    st.builds(Waiver, rule=lines, reason=lines)
    | st.builds(
        Waiver,
        rule=st.sampled_from(MEASURED_RULES),
        reason=lines,
        up_to=st.none() | durations,
    ),
    max_size=2,
).map(tuple)
coordinates = st.floats(-1_000_000, 1_000_000, allow_nan=False)


def _maybe(strategy: st.SearchStrategy) -> st.SearchStrategy:
    return st.none() | strategy


@st.composite
def processes(draw: st.DrawFn, most_steps: int = 8) -> Process:
    """A well-formed process: whatever a person could have saved."""
    stages = tuple(draw(st.lists(lines, max_size=4, unique=True)))
    names = draw(st.lists(ids, max_size=most_steps, unique=True))
    steps = tuple(draw(_steps(name, stages)) for name in names)
    pairs = draw(
        st.lists(
            st.tuples(st.sampled_from(names), st.sampled_from(names)), unique=True, max_size=12
        )
        if names
        else st.just([])
    )
    edges = tuple(draw(_edges(source, target)) for source, target in pairs)
    days = draw(st.sampled_from(DayCount))
    week = 5 if days is DayCount.BUSINESS else 7
    limits = draw(
        st.tuples(durations, durations).filter(lambda two: any(one.minutes(week) for one in two))
    )
    warn_gap, max_gap = sorted(limits, key=lambda one: one.minutes(week))
    return Process(
        name=draw(lines),
        description=draw(_maybe(texts)),
        days=days,
        max_gap=max_gap,
        warn_gap=warn_gap,
        stages=stages,
        steps=steps,
        edges=edges,
    )


_OF_FORM: dict[Form, st.SearchStrategy] = {
    Form.LINE: lines,
    Form.TEXT: texts,
    Form.URL: urls,
    Form.DURATION: durations,
    Form.SHARE: st.floats(0, 1),
    Form.COORDINATE: coordinates,
}


def _of_field(field: Field) -> st.SearchStrategy:
    """What may stand in a field of the model; a new one is tried as it is written down there."""
    if field.group is Waiver:
        return waivers
    if field.group is not None:
        value = _of_group(field.group)
    elif field.choice is not None:
        value = st.sampled_from(field.choice)
    else:
        value = _OF_FORM[field.form]
    if field.is_list:
        return st.lists(value, max_size=3).map(tuple)
    return value if field.required else _maybe(value)


def _of_group(group: type[BaseModel], **known: st.SearchStrategy) -> st.SearchStrategy:
    rest = {field.name: _of_field(field) for field in fields_of(group) if field.name not in known}
    return st.fixed_dictionaries({**known, **rest}).map(lambda values: group(**values))


def _steps(identity: str, stages: tuple[str, ...]) -> st.SearchStrategy[Step]:
    return st.sampled_from(Kind).flatmap(
        lambda kind: _of_group(
            Step,
            id=st.just(identity),
            kind=st.just(kind),
            outcome=_maybe(st.sampled_from(Outcome)) if kind is Kind.END else st.none(),
            stage=_maybe(st.sampled_from(stages)) if stages else st.none(),
        )
    )


def _edges(source: str, target: str) -> st.SearchStrategy[Edge]:
    return _of_group(Edge, source=st.just(source), target=st.just(target))
