/** What is selected after React Flow has seen clicks and a frame drawn around steps. */
import type { EdgeChange, NodeChange } from "@xyflow/react";
import type { Selection } from "../editor/Editor";
import type { StepNode, WaitEdge } from "./nodes";

export function selectionAfter(
  selection: Selection,
  of: "steps" | "edges",
  changes: readonly (NodeChange<StepNode> | EdgeChange<WaitEdge>)[],
): Selection {
  const ids = new Set(selection[of]);
  let changed = false;
  for (const change of changes) {
    if (change.type !== "select" || ids.has(change.id) === change.selected) continue;
    if (change.selected) ids.add(change.id);
    else ids.delete(change.id);
    changed = true;
  }
  return changed ? { ...selection, [of]: ids } : selection;
}
