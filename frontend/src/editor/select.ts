/** Selecting steps and edges. */
import type { Editor } from "./Editor";
import { NOTHING_SELECTED } from "./Editor";

export function selectStep(editor: Editor, id: string): void {
  selectSteps(editor, [id]);
}

export function selectSteps(editor: Editor, ids: Iterable<string>): void {
  editor.selection.set({ steps: new Set(ids), edges: new Set() });
}

export function selectEdge(editor: Editor, id: string): void {
  editor.selection.set({ steps: new Set(), edges: new Set([id]) });
}

/** Adds an edge to what is selected, or takes it out again. */
export function addEdgeToSelection(editor: Editor, id: string): void {
  editor.selection.set(({ steps, edges }) => {
    const next = new Set(edges);
    if (!next.delete(id)) next.add(id);
    return { steps, edges: next };
  });
}

export function selectNothing(editor: Editor): void {
  editor.selection.set(NOTHING_SELECTED);
}

/** The one selected step, when exactly one step and no edge is selected. */
export function onlyStep(editor: Editor): string | null {
  const { steps, edges } = editor.selection.get();
  const [id] = steps;
  return steps.size === 1 && edges.size === 0 && id !== undefined ? id : null;
}

/** The one selected edge, when exactly one edge and no step is selected. */
export function onlyEdge(editor: Editor): string | null {
  const { steps, edges } = editor.selection.get();
  const [id] = edges;
  return edges.size === 1 && steps.size === 0 && id !== undefined ? id : null;
}
