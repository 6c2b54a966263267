"""The rules, one a file. A new file with a Rule in it is found by itself."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache

from touchline.checking.rules.finding import Finding, Rule, Severity

__all__ = ["Finding", "Rule", "Severity", "all_rules", "rules_by_id"]

_ORDER = (Severity.ERROR, Severity.WARNING, Severity.INFO)


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, the gravest first, those of one severity by id."""
    found: list[Rule] = []
    for module in pkgutil.iter_modules(__path__):
        loaded = importlib.import_module(f"{__name__}.{module.name}")
        found.extend(
            value()
            for value in vars(loaded).values()
            if isinstance(value, type)
            and issubclass(value, Rule)
            and value.__module__ == loaded.__name__
            and hasattr(value, "id")
        )
    return tuple(sorted(found, key=lambda rule: (_ORDER.index(rule.severity), rule.id)))


@cache
def rules_by_id() -> Mapping[str, Rule]:
    """Every rule by its id."""
    return {rule.id: rule for rule in all_rules()}
