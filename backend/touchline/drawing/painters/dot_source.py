"""A process as DOT text, for who wants to go on with it in Graphviz."""

from __future__ import annotations

from collections.abc import Iterable

import graphviz

from touchline.drawing.options import Options
from touchline.drawing.quiet import Quiet
from touchline.drawing.shapes.detail_card import DetailCard, detail_card, edges_on
from touchline.drawing.shapes.edge_label import edge_label
from touchline.drawing.shapes.step_box import step_box
from touchline.drawing.stages import stages_of
from touchline.drawing.theme.colours import colors, look_of
from touchline.drawing.theme.typeface import FAMILY
from touchline.drawing.theme.wrap import printable
from touchline.model.process import Kind, Process, Step

_SHAPES = {Kind.START: "oval", Kind.END: "oval", Kind.DECISION: "diamond"}


def dot_source(process: Process, view: str, quiet: Quiet, options: Options) -> str:
    """The DOT text of a flow chart or mind map."""
    graph = _empty_graph(process, options)
    if view == "flowchart":
        _write_flowchart(graph, process, quiet, options)
    else:
        _write_mindmap(graph, process, options)
    return str(graph.source)


def label(lines: Iterable[str]) -> str:
    """A label that shows these lines as they are.

    Graphviz reads backslash sequences and HTML entities in every label; doubling the one and
    escaping the other makes them plain text. `nohtml` is for a label that stands in angle brackets.
    """
    text = "\\n".join(str(graphviz.escape(printable(line).replace("&", "&amp;"))) for line in lines)
    shown: str = graphviz.nohtml(text)  # A str that knows what it is: another str() would forget.
    return shown


def _empty_graph(process: Process, options: Options) -> graphviz.Digraph:
    surface = colors(options.theme).surface
    shown = {"fontname": FAMILY, "fontcolor": surface["text"]}
    graph = graphviz.Digraph(
        graph_attr={"bgcolor": surface["canvas"], "rankdir": options.direction.value, **shown},
        node_attr={"shape": "box", "style": "filled", "fontsize": "13", **shown},
        edge_attr={"fontsize": "11", **shown},
    )
    if options.title or options.date:
        heading = [process.name] if options.title else []
        graph.attr(label=label([*heading, *([options.date] if options.date else [])]), labelloc="t")
    return graph


def _write_flowchart(
    graph: graphviz.Digraph, process: Process, quiet: Quiet, options: Options
) -> None:
    look = colors(options.theme)
    names = {step.id: f"n{number}" for number, step in enumerate(process.steps)}
    stages = stages_of(process)
    for number, stage in enumerate(stages.names):
        with graph.subgraph(name=f"cluster_{number}") as cluster:
            cluster.attr(
                label=label([stage]),
                labeljust="l",
                style="rounded,filled",
                color=look.surface["stageStroke"],
                fillcolor=look.surface["stageFill"],
            )
            for step in process.steps:
                if step.stage == stage:
                    _write_step(cluster, names[step.id], step, options)
    for step in process.steps:
        if step.stage is None:
            _write_step(graph, names[step.id], step, options)
    for edge in process.edges:
        line = look.lines[quiet.level(edge.pair)]
        words = edge_label(edge, quiet)
        lines = [*words.condition, *words.wait, *([words.badge] if words.badge else [])]
        graph.edge(
            names[edge.source],
            names[edge.target],
            label=label(lines),
            color=line.line,
            fontcolor=line.text,
            penwidth=f"{line.width:g}",
            style="dashed" if line.dash else "solid",
        )


def _write_step(graph: graphviz.Digraph, name: str, step: Step, options: Options) -> None:
    look = colors(options.theme).looks[look_of(step)]
    box = step_box(step)
    shape = "note" if step.is_touch else _SHAPES.get(step.kind, "box")
    graph.node(
        name,
        label=label([*box.name, *box.details]),
        shape=shape,
        style="rounded,filled" if step.kind is Kind.CONTACT and not step.is_touch else "filled",
        color=look.stroke,
        fillcolor=look.fill,
        fontcolor=look.text,
    )


def _details_label(card: DetailCard) -> str:
    """The rows of a card as a label whose lines begin at the left."""
    lines = [
        f"{heading}: {line}" if number == 0 else line
        for heading, texts in card.rows
        for number, line in enumerate(texts)
    ]
    shown: str = graphviz.nohtml("".join(f"{_escaped(line)}\\l" for line in lines))
    return shown


def _escaped(line: str) -> str:
    return str(graphviz.escape(printable(line).replace("&", "&amp;")))


def _write_mindmap(graph: graphviz.Digraph, process: Process, options: Options) -> None:
    graph.attr(rankdir="LR", ordering="out")
    leaving = edges_on(process)
    panel = colors(options.theme).surface["panel"]
    graph.node("n", label=label([process.name]))
    stages = stages_of(process)
    for number, stage in enumerate(stages.names):
        graph.node(f"s{number}", label=label([stage]))
        graph.edge("n", f"s{number}")
    for number, step in enumerate(process.steps):
        name = f"n{number}"
        _write_step(graph, name, step, options)
        group = stages.index_of(step)
        graph.edge("n" if group is None else f"s{group}", name)
        card = detail_card(step, leaving.get(step.id, ()))
        if card:
            graph.node(f"d{number}", label=_details_label(card), fontsize="11", fillcolor=panel)
            graph.edge(name, f"d{number}")
