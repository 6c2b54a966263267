"""A picture as SVG: accessible, responsive, and made of nothing but what is listed here.

Text reaches the file only as character data or as an attribute value, escaped; there is no element
or attribute but the ones written below, so no script, link or outside reference can be. The one
style is that of the letters that a file brings along, which `font_faces.py` makes of nothing typed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from touchline.drawing.picture import Curve, Group, Item, Picture, Point, Shape, Words
from touchline.drawing.theme.font_faces import font_faces
from touchline.drawing.theme.typeface import CSS_FAMILY
from touchline.drawing.theme.wrap import printable


def svg(picture: Picture, id_prefix: str = "chart", *, fonts: bool = False) -> str:
    """The SVG text; `id_prefix` keeps ids apart where several charts stand in one page.

    With `fonts` it brings its letters along, and needs none of the machine that shows it.
    """
    width, height = _number(picture.width), _number(picture.height)
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" '
        f'aria-labelledby="{id_prefix}-title {id_prefix}-desc" '
        f"font-family={quoteattr(CSS_FAMILY)}>",
        f'<title id="{id_prefix}-title">{_text(picture.title)}</title>',
        f'<desc id="{id_prefix}-desc">{_text(picture.description)}</desc>',
    ]
    if fonts and (faces := font_faces(_written(picture, False), _written(picture, True))):
        lines.append(f"<style>{faces}</style>")
    lines.append(f'<rect width="{width}" height="{height}" fill="{picture.background}"/>')
    for group in picture.groups:
        lines.extend(_group(group))
    lines.append("</svg>\n")
    return "\n".join(lines)


def svg_icon(items: Iterable[Item], size: float) -> str:
    """A few shapes as a small picture that only repeats what the words beside it say."""
    side = _number(size)
    shapes = "".join(_item(item) for item in items)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" aria-hidden="true" width="{side}" '
        f'height="{side}" viewBox="0 0 {side} {side}">{shapes}</svg>'
    )


def _written(picture: Picture, bold: bool) -> set[str]:
    """The characters that are written in one weight."""
    return {
        character
        for group in picture.groups
        for item in group.items
        if isinstance(item, Words) and item.bold is bold
        for character in printable(item.text)
    }


def _group(group: Group) -> Iterator[str]:
    step = f" data-step={quoteattr(group.step)}" if group.step is not None else ""
    place = f' transform="translate({_pair(group.at)})"' if group.at != (0, 0) else ""
    yield f'<g class="{group.role}"{step}{place}>'
    if group.title:
        yield f"<title>{_text(group.title)}</title>"
    for item in group.items:
        yield _item(item)
    yield "</g>"


def _item(item: Item) -> str:
    return _words(item) if isinstance(item, Words) else _shape(item)


def _words(words: Words) -> str:
    bold = ' font-weight="700"' if words.bold else ""
    anchor = f' text-anchor="{words.anchor}"' if words.anchor != "start" else ""
    return (
        f'<text x="{_number(words.at.x)}" y="{_number(words.at.y)}" '
        f'font-size="{_number(words.size)}"{bold}{anchor} fill="{words.color}">'
        f"{_text(words.text)}</text>"
    )


def _shape(shape: Shape) -> str:
    path = [f"M{_pair(shape.start)}"]
    for part in shape.parts:
        if isinstance(part, Curve):
            path.append("C" + " ".join(_pair(point) for point in part))
        else:
            path.append(f"L{_pair(part)}")
    if shape.closed:
        path.append("Z")
    fill = shape.fill or "none"
    stroke = ""
    if shape.stroke:
        dash = f' stroke-dasharray="{shape.dash}"' if shape.dash else ""
        stroke = (
            f' stroke="{shape.stroke}" stroke-width="{_number(shape.width)}"'
            f' stroke-linejoin="round"{dash}'
        )
    return f'<path d="{"".join(path)}" fill="{fill}"{stroke}/>'


def _pair(point: Point) -> str:
    return f"{round(point.x, 2):.10g},{round(point.y, 2):.10g}"


def _number(value: float) -> str:
    return f"{round(value, 2):.10g}"


def _text(text: str) -> str:
    return escape(printable(text))
