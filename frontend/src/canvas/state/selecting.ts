/** What is selected after React Flow has seen clicks on steps and a frame drawn around them. */
import type { NodeChange } from "@xyflow/react";
import type { Selection } from "../../session/Editor";
import type { StepNode } from "./nodes";

/** The selection after these changes; `more` keeps the edges that are selected as well. */
export function selectionAfter(
  selection: Selection,
  changes: readonly NodeChange<StepNode>[],
  more: boolean,
): Selection {
  const steps = new Set(selection.steps);
  let changed = false;
  let added = false;
  for (const change of changes) {
    if (change.type !== "select" || steps.has(change.id) === change.selected) continue;
    if (change.selected) steps.add(change.id);
    else steps.delete(change.id);
    changed = true;
    added ||= change.selected;
  }
  if (!changed) return selection;
  return { steps, edges: added && !more ? new Set() : selection.edges };
}

/** Whether a click adds to what is selected. */
export function addsToSelection(click: {
  readonly shiftKey: boolean;
  readonly metaKey: boolean;
  readonly ctrlKey: boolean;
}): boolean {
  return click.shiftKey || click.metaKey || click.ctrlKey;
}
