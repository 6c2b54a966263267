/** Undo and redo, which show what they have changed. */
import type { Snapshot } from "../model/snapshot";
import type { Editor } from "../session/Editor";

/** Takes back the last change made in this window, where there is one. */
export function undo(editor: Editor): void {
  change(editor, () => editor.document.undo());
}

/** Makes again the change that undo took back last, where there is one. */
export function redo(editor: Editor): void {
  change(editor, () => editor.document.redo());
}

function change(editor: Editor, run: () => boolean): void {
  const before = editor.document.snapshot;
  if (!run()) return;
  const steps = changedSteps(before, editor.document.snapshot);
  if (steps.length > 0) editor.undone.set(steps);
}

/** The steps that are new or not as they were, and those at the ends of edges of which that is so. */
export function changedSteps(before: Snapshot, after: Snapshot): readonly string[] {
  const changed = new Set<string>();
  for (const [id, step] of after.steps) if (before.steps.get(id) !== step) changed.add(id);
  for (const [one, other] of [
    [after, before],
    [before, after],
  ] as const) {
    for (const [id, edge] of one.edges) {
      if (other.edges.get(id) === edge) continue;
      for (const end of [edge.from, edge.to]) if (after.steps.has(end)) changed.add(end);
    }
  }
  return [...changed];
}
