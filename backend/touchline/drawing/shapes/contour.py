"""The outlines of the steps, each with its top-left corner at (0, 0)."""

from __future__ import annotations

from touchline.drawing.picture import Curve, Point, Shape

_ARC = 0.5523
"""How far a Bézier's handle reaches, for a radius of 1, so that it follows a quarter circle."""


def rectangle(
    width: float, height: float, radius: float, fill: str | None, stroke: str | None, line: float
) -> Shape:
    """A rectangle with rounded corners."""
    r = min(radius, width / 2, height / 2)
    k = r * (1 - _ARC)
    w, h = width, height
    return Shape(
        Point(r, 0),
        (
            Point(w - r, 0),
            Curve(Point(w - k, 0), Point(w, k), Point(w, r)),
            Point(w, h - r),
            Curve(Point(w, h - k), Point(w - k, h), Point(w - r, h)),
            Point(r, h),
            Curve(Point(k, h), Point(0, h - k), Point(0, h - r)),
            Point(0, r),
            Curve(Point(0, k), Point(k, 0), Point(r, 0)),
        ),
        fill=fill,
        stroke=stroke,
        width=line,
    )


def stadium(width: float, height: float, fill: str, stroke: str, line: float) -> Shape:
    """A rectangle with half circles for its short sides (a tall one keeps a radius that suits)."""
    return rectangle(width, height, min(height / 2, 36), fill, stroke, line)


def diamond(width: float, height: float, fill: str, stroke: str, line: float) -> Shape:
    """A diamond that fills its box."""
    return Shape(
        Point(width / 2, 0),
        (Point(width, height / 2), Point(width / 2, height), Point(0, height / 2)),
        fill=fill,
        stroke=stroke,
        width=line,
    )


def pointed(
    width: float, height: float, point: float, fill: str, stroke: str, line: float
) -> Shape:
    """A box whose left and right sides come to a point: a decision where a diamond is too large."""
    return Shape(
        Point(point, 0),
        (
            Point(width - point, 0),
            Point(width, height / 2),
            Point(width - point, height),
            Point(point, height),
            Point(0, height / 2),
        ),
        fill=fill,
        stroke=stroke,
        width=line,
    )


def folded(
    width: float, height: float, fold: float, fill: str, stroke: str, line: float
) -> tuple[Shape, Shape]:
    """A sheet of paper whose upper right corner is folded over."""
    sheet = Shape(
        Point(0, 0),
        (
            Point(width - fold, 0),
            Point(width, fold),
            Point(width, height),
            Point(0, height),
        ),
        fill=fill,
        stroke=stroke,
        width=line,
    )
    corner = Shape(
        Point(width - fold, 0),
        (Point(width - fold, fold), Point(width, fold)),
        stroke=stroke,
        width=line,
        closed=False,
    )
    return sheet, corner
