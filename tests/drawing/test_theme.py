"""The look is the editor's own, and can be read in both themes."""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path

import pytest
from setup import make_icons

from touchline.drawing.theme.colours import TOKENS_FILE, Theme, colors, look_of
from touchline.drawing.theme.icons import icon_items, icon_of
from touchline.model.process import Channel, Kind, Outcome, Step

THEME = Path(__file__).parents[2] / "frontend" / "src" / "theme"


def steps() -> list[Step]:
    """A step of every look."""
    plain = [Step(id="a", name="A", kind=kind) for kind in Kind]
    ends = [Step(id="a", name="A", kind=Kind.END, outcome=outcome) for outcome in Outcome]
    contacts = [Step(id="a", name="A", kind=Kind.CONTACT, channel=channel) for channel in Channel]
    return [*plain, *ends, *contacts]


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours (WCAG 2.2, “relative luminance”)."""

    def luminance(color: str) -> float:
        parts = (int(color[n : n + 2], 16) / 255 for n in (1, 3, 5))
        red, green, blue = (
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", list(Theme))
def test_text_can_be_read(theme: Theme) -> None:
    found = colors(theme)
    for step in steps():
        look = found.looks[look_of(step)]
        assert contrast(look.text, look.fill) >= 4.5
        assert contrast(look.icon, look.fill) >= 4.5
    for line in found.lines.values():
        assert contrast(line.text, line.fill) >= 4.5
        assert contrast(found.surface["text"], line.fill) >= 4.5
    for text, ground in (
        ("text", "canvas"),
        ("textSoft", "canvas"),
        ("textSoft", "stageFill"),
        ("panel", "accent"),
        ("accentText", "accentSoft"),
        ("text", "panel"),
    ):
        assert contrast(found.surface[text], found.surface[ground]) >= 4.5, (text, ground)
    for level in ("over", "endless"):
        assert contrast(found.surface["canvas"], found.lines[level].line) >= 4.5


@pytest.mark.parametrize("theme", list(Theme))
def test_outlines_and_lines_stand_out(theme: Theme) -> None:
    found = colors(theme)
    for step in steps():
        look = found.looks[look_of(step)]
        assert contrast(look.stroke, found.surface["stageFill"]) >= 3
    for line in found.lines.values():
        assert contrast(line.line, found.surface["stageFill"]) >= 3


def test_every_kind_channel_and_outcome_has_an_icon() -> None:
    assert all(icon_items(icon_of(step), "#000000", 0, 0) for step in steps())


def test_the_editor_reads_the_same_tokens() -> None:
    assert TOKENS_FILE.read_bytes() == (THEME / "tokens.json").read_bytes()


def test_the_icons_are_those_of_the_editor() -> None:
    drawn = json.loads(TOKENS_FILE.with_name("icons.json").read_text(encoding="utf-8"))
    assert set(drawn) == set(make_icons.names()), "run `make types`"
    # What two names share in the editor they share on paper, and nothing else.
    for one, other in combinations(drawn, 2):
        shared = make_icons.names()[one] == make_icons.names()[other]
        assert (drawn[one] == drawn[other]) == shared, (one, other)
