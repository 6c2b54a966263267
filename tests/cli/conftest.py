"""A terminal in an empty folder, and files to work on."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.run import Terminal

SILENT = """\
# Seven days between call and proposal
name: Silent sale
steps:
  - {id: lead, name: Lead arrives, kind: start}
  - {id: call, name: First call, kind: contact, channel: call}
  - {id: pricing, name: Pricing, kind: task, duration: 2 days}
  - {id: proposal, name: Proposal, kind: contact, channel: proposal}
  - {id: won, name: Won, kind: end, outcome: won}
edges:
  - {from: lead, to: call, max_wait: 1 day}
  - {from: call, to: pricing, max_wait: 4 days}  # they are busy
  - {from: pricing, to: proposal, max_wait: 1 day}
  - {from: proposal, to: won, max_wait: 3 days}
"""
WAIVED = SILENT.replace(
    "max_wait: 4 days}", "max_wait: 4 days, allow: [{rule: gap, reason: procurement is slow}]}"
)
BROKEN = "name: 5\nsteps:\n  - {id: a, nmae: A, kind: contat}\nedges:\n  - {from: a, to: b}\n"


@pytest.fixture
def touchline(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Terminal:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    monkeypatch.setenv("COLUMNS", "100")
    for name, text in {"silent": SILENT, "waived": WAIVED, "broken": BROKEN}.items():
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    return Terminal(capfd, monkeypatch)
