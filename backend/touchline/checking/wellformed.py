"""Plain data to a process and back: the one shape of YAML files, JSON bodies and documents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from functools import partial
from typing import Any

from pydantic import BaseModel, ValidationError

from touchline.checking.field_errors import field_problem
from touchline.checking.structure import Fault, limit_faults, split_by_commas, structure_faults
from touchline.model.duration import Duration
from touchline.model.errors import NotWellFormed, Problem
from touchline.model.limits import MAX_PROBLEMS
from touchline.model.place import Place, describe
from touchline.model.process import Process

OWN_KEYS = "x-"
"""How the keys begin that are the person's own: kept in a file, and ignored."""


def read_process(data: object) -> Process:
    """The process that plain data (dicts, lists, text, numbers) describes.

    Raises NotWellFormed with every problem at once, in the order of the document. Linear in the
    size of the data, whose nesting the caller has bounded.
    """
    process, faults = examine(data)
    if process is None:
        listed = [fault.say() for fault in _in_order(data, faults)[:MAX_PROBLEMS]]
        raise NotWellFormed(listed, unlisted=len(faults) - len(listed))
    return process


def write_process(process: Process) -> dict[str, Any]:
    """The plain data of a process, keys in the format's order, what is absent left out."""
    return _plain_group(process)


def examine(data: object) -> tuple[Process | None, list[Fault]]:
    """The process, or all that is wrong with the data, each value once, in no order.

    Whoever shows it puts it in the order of what is read: of the data, or of the lines of a file.
    """
    if not isinstance(data, dict):
        found, expected = describe(data), "a process, that is a group of keys with `name`, `steps`"
        return None, [Fault((), partial(Problem, "", found, f"{expected} and `edges`"))]
    if beyond := list(limit_faults(data)):
        return None, beyond
    read: Mapping[str, Any] = data
    process, faults = _validated(read)
    if any(_is_own(fault.place) for fault in faults):
        read = without_own_keys(read)
        process, faults = _validated(read)
    faults.extend(structure_faults(read))
    if process is None or faults:
        # Of two faults of one value the later says more: that no step has the id, not its spelling.
        return None, list({fault.place: fault for fault in faults}.values())
    return (process if "warn_gap" in read else with_warning_in_limit(process)), []


def without_own_keys(data: Any) -> Any:
    """The data without the keys that begin with `x-`: those are the person's own."""
    if isinstance(data, dict):
        return {k: without_own_keys(v) for k, v in data.items() if not _is_own((k,))}
    if isinstance(data, list | tuple):
        return [without_own_keys(entry) for entry in data]
    return data


def _validated(data: Mapping[str, Any]) -> tuple[Process | None, list[Fault]]:
    try:
        return Process.model_validate(data, by_alias=True, by_name=False), []
    except ValidationError as error:
        return None, [*_field_faults(error), *split_by_commas(data)]


def _is_own(place: Place) -> bool:
    return bool(place) and isinstance(place[-1], str) and place[-1].startswith(OWN_KEYS)


def with_warning_in_limit(process: Process) -> Process:
    """The process with a warning no later than its limit, since a later one would never come."""
    if process.minutes(process.warn_gap) <= process.minutes(process.max_gap):
        return process
    return process.model_copy(update={"warn_gap": process.max_gap})


def _field_faults(error: ValidationError) -> Iterator[Fault]:
    for details in error.errors(include_url=False):
        # The version has a check of its own, in words of its own.
        if details["loc"] != ("touchline",):
            of_key = details["type"] in ("extra_forbidden", "invalid_key")
            yield Fault(details["loc"], partial(field_problem, details), of_key)


def _in_order(data: object, faults: list[Fault]) -> list[Fault]:
    """The faults in the order in which a reader of the document meets them."""
    ranks: dict[int, dict[Any, int]] = {}

    def order(fault: Fault) -> tuple[int, ...]:
        here: Any = data
        key: list[int] = []
        for part in fault.place:
            if isinstance(here, dict):
                rank = ranks.get(id(here))
                if rank is None:
                    rank = ranks[id(here)] = {name: i for i, name in enumerate(here)}
                # A key that is missing is missed where its group begins.
                key.append(rank.get(part, -1))
                here = here.get(part)
            elif isinstance(part, int) and isinstance(here, list | tuple) and part < len(here):
                key.append(part)
                here = here[part]
        return tuple(key)

    return sorted(faults, key=order)


def _plain_group(model: BaseModel) -> dict[str, Any]:
    group = {}
    for name, field in type(model).model_fields.items():
        value = getattr(model, name)
        if value is not None and value != ():
            group[field.alias or name] = _plain(value)
    return group


def _plain(value: Any) -> Any:
    match value:
        case BaseModel():
            return _plain_group(value)
        case tuple():
            return [_plain(entry) for entry in value]
        case Duration():
            return str(value)
        case Enum():
            return value.value
        case float() if value.is_integer():
            return int(value)
        case _:
            return value
