"""The same process for bpmn-js: BPMN 2.0 XML with every step and edge in the same place."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

NAMESPACES = {
    "bpmn": "http://www.omg.org/spec/BPMN/20100524/MODEL",
    "bpmndi": "http://www.omg.org/spec/BPMN/20100524/DI",
    "dc": "http://www.omg.org/spec/DD/20100524/DC",
    "di": "http://www.omg.org/spec/DD/20100524/DI",
}
ELEMENTS = {
    "start": "startEvent",
    "contact": "sendTask",
    "task": "serviceTask",
    "decision": "exclusiveGateway",
    "end": "endEvent",
}
# As large as Touchline draws most steps, in pixels.
WIDTH, HEIGHT = 200, 56
LABEL_WIDTH, LABEL_HEIGHT = 60, 14


def bpmn_of(process: dict[str, Any]) -> str:
    """The diagram of a process (as JSON) whose steps have positions."""
    for prefix, address in NAMESPACES.items():
        register_namespace(prefix, address)
    root = Element(_name("bpmn:definitions"), {"id": "definitions", "targetNamespace": "sale"})
    flow = SubElement(root, _name("bpmn:process"), {"id": "process"})
    diagram = SubElement(root, _name("bpmndi:BPMNDiagram"), {"id": "diagram"})
    plane = {"id": "plane", "bpmnElement": "process"}
    shapes = SubElement(diagram, _name("bpmndi:BPMNPlane"), plane)
    places = {}
    for step in process["steps"]:
        name = _name(f"bpmn:{ELEMENTS[step['kind']]}")
        SubElement(flow, name, {"id": step["id"], "name": step["name"]})
        places[step["id"]] = place = (step["position"]["x"], step["position"]["y"])
        shape = SubElement(shapes, _name("bpmndi:BPMNShape"), _di(step["id"]))
        _bounds(shape, *place, WIDTH, HEIGHT)
    for number, edge in enumerate(process["edges"]):
        _edge(flow, shapes, f"flow-{number}", edge, places)
    return tostring(root, encoding="unicode", xml_declaration=True)


def _edge(
    flow: Element, shapes: Element, id: str, edge: dict[str, Any], places: dict[str, Any]
) -> None:
    ends = {"sourceRef": edge["from"], "targetRef": edge["to"]}
    label = f"≤ {edge.get('max_wait', '?')}"
    SubElement(flow, _name("bpmn:sequenceFlow"), {"id": id, "name": label, **ends})
    line = SubElement(shapes, _name("bpmndi:BPMNEdge"), _di(id))
    points = _way(places[edge["from"]], places[edge["to"]])
    for x, y in points:
        SubElement(line, _name("di:waypoint"), {"x": str(x), "y": str(y)})
    middle_x = (points[0][0] + points[-1][0]) / 2
    middle_y = (points[0][1] + points[-1][1]) / 2
    drawn = SubElement(line, _name("bpmndi:BPMNLabel"))
    place = (middle_x - LABEL_WIDTH / 2, middle_y - LABEL_HEIGHT / 2)
    _bounds(drawn, *place, LABEL_WIDTH, LABEL_HEIGHT)


def _way(start: tuple[float, float], end: tuple[float, float]) -> list[tuple[float, float]]:
    """From side to side within a row, else from the foot to the head by two corners."""
    (from_x, from_y), (to_x, to_y) = start, end
    if from_y == to_y:
        middle = from_y + HEIGHT / 2
        on_the_right = to_x > from_x
        left, right = (from_x, to_x + WIDTH) if not on_the_right else (from_x + WIDTH, to_x)
        return [(left, middle), (right, middle)]
    down = to_y > from_y
    foot = (from_x + WIDTH / 2, from_y + (HEIGHT if down else 0))
    head = (to_x + WIDTH / 2, to_y + (0 if down else HEIGHT))
    between = (foot[1] + head[1]) / 2
    return [foot, (foot[0], between), (head[0], between), head]


def _di(id: str) -> dict[str, str]:
    return {"id": f"{id}-di", "bpmnElement": id}


def _bounds(parent: Element, x: float, y: float, width: float, height: float) -> None:
    box = {"x": x, "y": y, "width": width, "height": height}
    SubElement(parent, _name("dc:Bounds"), {key: str(value) for key, value in box.items()})


def _name(name: str) -> str:
    prefix, local = name.split(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"
