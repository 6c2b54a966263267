"""`touchline explain`: what a rule reports and why it matters, with a wrong and a right example."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from touchline.checking.rules import Rule, rules_by_id
from touchline.cli.app import new_command
from touchline.cli.chain import chains
from touchline.cli.project import OFF, Project, project_of
from touchline.cli.screen import Screen, clean
from touchline.model.errors import TouchlineError
from touchline.model.nearest import nearest
from touchline.model.process import Process

command = new_command()


@command.command()
def explain(
    rule: Annotated[
        str | None, typer.Argument(metavar="RULE", help="A rule; without it, all of them.")
    ] = None,
) -> None:
    """What a rule reports, why it matters, a wrong and a right example.

    Example: touchline explain gap
    """
    screen = Screen(sys.stdout)
    project = project_of(".")
    if rule is None:
        _all(screen, project)
    else:
        _one(screen, rule_named(rule), project)
    screen.show()


def rule_named(name: str) -> Rule:
    """The rule of this name. Raises TouchlineError, with the nearest name, when there is none."""
    rules = rules_by_id()
    if name not in rules:
        hint = nearest(name, rules)
        did_you_mean = f" Did you mean “{hint}”?" if hint else " `touchline explain` lists them."
        raise TouchlineError(f"There is no rule “{name}”.{did_you_mean}")
    return rules[name]


def _all(screen: Screen, project: Project) -> None:
    rules = rules_by_id()
    width = max(map(len, rules))
    for rule in rules.values():
        head = f"{_severity(rule, project).ljust(7)}  "
        screen.line(
            head, (rule.id.ljust(width), "bold"), f"  {rule.reports}", hang=len(head) + width + 2
        )
    screen.line()
    screen.line("touchline explain RULE shows why it matters, with examples.")
    if project.file is not None:
        changed = ", ".join(project.ruleset.decided) or "nothing"
        screen.line(f"{clean(str(project.file))} changes {changed}.")


def _severity(rule: Rule, project: Project) -> str:
    severity = project.ruleset.severity(rule)
    return OFF if severity is None else severity.value


def _one(screen: Screen, rule: Rule, project: Project) -> None:
    from touchline.checking.rules.cases import cases

    screen.line((rule.id, "bold"), f"  ({_severity(rule, project)})")
    if rule.id in project.ruleset.decided:
        where = clean(str(project.file))
        screen.line(f"So decided in {where}; {rule.severity.value} elsewhere.")
    screen.line()
    screen.line(f"Reports {rule.reports}.")
    screen.line(rule.why)
    examples = cases(rule.id)
    for faulty in examples.faulty:
        screen.line()
        screen.line(("Wrong: ", "bold red"), f"{faulty.says}.")
        _process(screen, faulty.process)
        for mended in faulty.mended:
            screen.line((f"Mended by {mended.fix}:", "green"), indent=2)
            _process(screen, mended.process)
    for sound in examples.sound:
        screen.line()
        screen.line(("Right: ", "bold green"), f"{sound.says}.")
        _process(screen, sound.process)


def _process(screen: Screen, process: Process) -> None:
    for chain in chains(process):
        screen.line(clean(chain), indent=4, hang=2)
