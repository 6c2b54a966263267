/** The steps and edges of a snapshot as React Flow wants them; what did not change stays itself. */
import { type Edge as FlowEdge, MarkerType, type Node } from "@xyflow/react";
import type { Edge, Snapshot, Step } from "../document/model";
import type { Selection } from "../editor/Editor";

export type StepNode = Node<{ step: Step }, "step">;
export type WaitEdge = FlowEdge<{ edge: Edge }, "wait">;

/** How far apart steps stand that nobody has placed yet, in pixels. */
const ROW = 144;

export function stepNodes(
  snapshot: Snapshot,
  selection: Selection,
  before: readonly StepNode[],
): StepNode[] {
  const known = new Map(before.map((node) => [node.id, node]));
  return snapshot.stepIds.flatMap((id, index) => {
    const step = snapshot.steps.get(id);
    if (step === undefined) return [];
    const node = known.get(id);
    const selected = selection.steps.has(id);
    if (node?.data.step === step && node.selected === selected) return [node];
    const position = { x: step.x ?? 0, y: step.y ?? index * ROW };
    return [{ ...node, id, type: "step" as const, position, data: { step }, selected }];
  });
}

export function waitEdges(
  snapshot: Snapshot,
  selection: Selection,
  before: readonly WaitEdge[],
): WaitEdge[] {
  const known = new Map(before.map((flowEdge) => [flowEdge.id, flowEdge]));
  return [...snapshot.edges.values()].map((edge) => {
    const flowEdge = known.get(edge.id);
    const selected = selection.edges.has(edge.id);
    if (flowEdge?.data?.edge === edge && flowEdge.selected === selected) return flowEdge;
    return {
      id: edge.id,
      type: "wait" as const,
      source: edge.from,
      target: edge.to,
      data: { edge },
      selected,
      markerEnd: { type: MarkerType.ArrowClosed },
    };
  });
}
