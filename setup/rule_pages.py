"""Writes `docs/rules/`, a page for each rule from its cases, and the templates' JSON Schema."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from touchline.checking.mending import apply_fix
from touchline.checking.report import check
from touchline.checking.rules import Rule, all_rules
from touchline.checking.rules.cases import Faulty, cases
from touchline.cli.json_text import json_text
from touchline.drawing.draw import Format, View, draw
from touchline.formats.json_schema import SCHEMA_FILE, json_schema
from touchline.formats.yaml.writer import write
from touchline.model.process import Process

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "docs" / "rules"
SCHEMA = ROOT / "process_templates" / SCHEMA_FILE


def pages() -> Iterator[tuple[str, bytes]]:
    """Every file of the folder: its name and its content."""
    yield "README.md", _contents().encode()
    for rule in all_rules():
        text, charts = _page(rule)
        yield f"{rule.id}.md", text.encode()
        for name, process in charts.items():
            yield f"charts/{name}", draw(process, View.FLOWCHART, Format.SVG).content


def _contents() -> str:
    rows = "\n".join(f"| [`{r.id}`]({r.id}.md) | {r.severity} | {r.reports} |" for r in all_rules())
    return (
        "# The rules\n\nMade by `make docs` from the cases that test each rule.\n\n"
        f"| rule | severity | reports |\n| --- | --- | --- |\n{rows}\n"
    )


def _page(rule: Rule) -> tuple[str, dict[str, Process]]:
    charts: dict[str, Process] = {}
    parts = [f"# `{rule.id}`", f"*{rule.severity}*: {rule.reports}.", rule.why, "## Sound"]
    for number, case in enumerate(cases(rule.id).sound, start=1):
        parts += [f"{case.says}.", _picture(rule, "sound", number, case.says, case.process, charts)]
    parts.append("## Faulty")
    for number, faulty in enumerate(cases(rule.id).faulty, start=1):
        parts += _faulty(rule, number, faulty, charts)
    return "\n\n".join(parts) + "\n", charts


def _faulty(rule: Rule, number: int, case: Faulty, charts: dict[str, Process]) -> Iterator[str]:
    findings = check(case.process, (rule,)).findings
    yield case.says if case.says.endswith("?") else f"{case.says}."
    yield _picture(rule, "faulty", number, case.says, case.process, charts)
    yield "\n".join(f"> {finding.message}" for finding in findings)
    yield f"<details><summary>As YAML</summary>\n\n```yaml\n{write(case.process)}```\n\n</details>"
    for mended in case.mended:
        fix = next(fix for fix in findings[0].fixes if fix.id == mended.fix)
        made = apply_fix(case.process, findings[0].id, mended.fix)
        yield f"**{fix.label}** makes of it:"
        says = " ".join(change.done for change in made.changes)
        yield _picture(rule, f"mended-{mended.fix}", number, says, made.process, charts)


def _picture(
    rule: Rule, what: str, number: int, says: str, process: Process, charts: dict[str, Process]
) -> str:
    name = f"{rule.id}-{what}-{number}.svg"
    charts[name] = process
    return f"![{what.split('-')[0].capitalize()}: {says}](charts/{name})"


def main() -> None:
    """Write all of it, and take away the pages that no rule makes any more."""
    written = set()
    for name, content in pages():
        path = FOLDER / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        written.add(path)
    SCHEMA.write_text(json_text(json_schema()), encoding="utf-8")
    for path in (*FOLDER.glob("*.md"), *FOLDER.glob("charts/*.svg")):
        if path not in written:
            path.unlink()


if __name__ == "__main__":
    main()
