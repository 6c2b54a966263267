"""The thumbnail: every step in sight, in rows, with the silence in its colour and no words."""

from __future__ import annotations

from itertools import combinations

import pytest

from tests.drawing.large import chain
from touchline import templates
from touchline.checking.notation import process
from touchline.drawing.layout.arrange import Arrangement
from touchline.drawing.layout.fold import fold
from touchline.drawing.painters.svg import svg
from touchline.drawing.picture import Picture, Point, Shape
from touchline.drawing.pool import Pool
from touchline.drawing.route import Frame, Route
from touchline.drawing.theme.colours import Theme, colors
from touchline.drawing.thumbnail import thumbnail
from touchline.model.process import Process

TWO_WAYS = "start -> call 1d -> [contract] 6d -> won 1d\ncall -> lost 2d"


def steps_of(picture: Picture) -> list[Point]:
    return [group.at for group in picture.groups if group.role == "step"]


def lines_of(picture: Picture) -> list[Shape]:
    return [
        item
        for group in picture.groups
        if group.role == "edge"
        for item in group.items
        if isinstance(item, Shape)
    ]


@pytest.mark.parametrize("name", templates.names())
def test_every_step_of_a_template_is_in_sight_and_on_none_other(name: str) -> None:
    template = templates.load(name)[0]
    picture = thumbnail(template, Theme.LIGHT)
    places = steps_of(picture)
    assert len(places) == len(template.steps)
    for one, other in combinations(places, 2):
        assert abs(one.x - other.x) >= 56 or abs(one.y - other.y) >= 36
    for place in places:
        assert 0 <= place.x <= picture.width - 56
        assert 0 <= place.y <= picture.height - 36
    # Near enough to the proportions of a card that the steps are still told apart on it.
    assert 0.9 < picture.width / picture.height < 3.4


@pytest.mark.parametrize("theme", list(Theme))
def test_a_long_silence_is_seen(theme: Theme) -> None:
    lines = lines_of(thumbnail(process(TWO_WAYS), theme))
    over, calm = colors(theme).lines["over"], colors(theme).lines["calm"]
    strokes = {line.stroke for line in lines}
    assert over.line in strokes
    assert calm.line in strokes
    assert lines[-1].stroke == over.line, "a calm edge may hide a long silence"


def test_nothing_is_written_but_who_cannot_see_it_is_told() -> None:
    drawn = svg(thumbnail(process(TWO_WAYS), Theme.LIGHT))
    assert "<text" not in drawn
    assert "1 stretch of silence too long." in drawn


def test_a_few_steps_stay_in_one_row() -> None:
    assert (
        len(
            {
                place.y
                for place in steps_of(thumbnail(process("start -> call 1d -> won 1d"), Theme.LIGHT))
            }
        )
        == 1
    )


def test_an_empty_process_is_an_empty_picture() -> None:
    picture = thumbnail(Process(name="Nothing yet"), Theme.LIGHT)
    assert (picture.width, picture.height, picture.groups) == (520, 312, ())


@pytest.mark.parametrize("edges", ["", "call -> call 1d", "call -> demo 1d\ndemo -> call 1d"])
def test_a_loop_or_a_step_alone_is_drawn(edges: str) -> None:
    drawn = process(edges or "call")
    assert len(steps_of(thumbnail(drawn, Theme.LIGHT))) == len(drawn.steps) > 0


def test_a_thousand_steps_are_drawn(patient_pool: Pool) -> None:
    picture = thumbnail(chain(1000), Theme.LIGHT, pool=patient_pool)
    assert len(steps_of(picture)) == 1000


def test_a_line_that_is_cut_goes_on_at_the_same_height_in_the_next_row() -> None:
    boxes = tuple(Frame(100.0 * at, 0, 50, 30) for at in range(4))
    long = Route(
        (Point(50, 60), Point(150, 60), Point(250, 60), Point(290, 60)), Point(300, 60), None
    )
    back = Route(
        (Point(300, 80), Point(200, 80), Point(100, 80), Point(60, 80)), Point(50, 80), None
    )
    arranged = Arrangement(350, 90, boxes, (long, back), (), simplified=False)
    folded = fold(arranged, gap=20, width=180, height=300)
    assert [(box.x, box.y) for box in folded.boxes] == [(0, 0), (100, 0), (25, 100), (125, 100)]
    onward, backward = folded.links
    assert [{point.y for point in piece} for piece in onward] == [{60}, {160}]
    assert [{point.y for point in piece} for piece in backward] == [{180}, {80}]
    # The first row ends and the second begins half-way between the two ranks.
    assert onward[0][-1].x == 175
    assert onward[1][0].x == 0
    assert (folded.width, folded.height) == (175, 180)
