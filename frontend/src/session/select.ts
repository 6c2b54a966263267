/** Selecting steps and edges. */
import type { Snapshot } from "../model/snapshot";
import type { Editor } from "./Editor";
import { NOTHING_SELECTED, type Selection } from "./Editor";

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

/** Keeps what is selected to what is there, whoever takes it away. Gives the way to stop. */
export function keepSelection({ document, selection }: Editor): () => void {
  return document.store.subscribe(() => {
    selection.set((current) => standing(current, document.snapshot));
  });
}

/** What is left of a selection; the selection itself while nothing of it is gone. */
function standing(selection: Selection, snapshot: Snapshot): Selection {
  const steps = [...selection.steps].filter((id) => snapshot.steps.has(id));
  const edges = [...selection.edges].filter((id) => snapshot.edges.has(id));
  const same = steps.length === selection.steps.size && edges.length === selection.edges.size;
  return same ? selection : { steps: new Set(steps), edges: new Set(edges) };
}
