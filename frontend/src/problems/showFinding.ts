import type { Finding } from "../api/types";
import { reveal, revealed, revealNothing } from "../canvas/reveal";
import type { Editor } from "../editor/Editor";
import { selectEdge, selectNothing, selectStep } from "../editor/select";

/** Brings what a finding is about into view, and opens the one step or way that it is about. */
export function showFinding(editor: Editor, finding: Finding): void {
  const { steps, edges } = finding;
  editor.view.set("flowchart");
  editor.shownFinding.set(finding);
  const [step] = steps;
  const [edge] = edges;
  const way = edges.length === 1 && edge !== undefined ? edgeBetween(editor, edge) : undefined;
  if (way !== undefined) selectEdge(editor, way);
  else if (steps.length === 1 && step !== undefined) selectStep(editor, step);
  else selectNothing(editor);
  reveal({ steps: steps.length > 0 ? steps : edges.flat(), edges });
}

/** Draws the stretch of a finding no more. */
export function hideFinding(editor: Editor): void {
  editor.shownFinding.set(null);
  revealNothing();
}

/** Lets go of the shown finding when the canvas does, as after an edit; gives the way to stop. */
export function followCanvas(editor: Editor): () => void {
  return revealed.subscribe(() => {
    if (revealed.get() === null) editor.shownFinding.set(null);
  });
}

function edgeBetween(editor: Editor, [from, to]: Finding["edges"][number]): string | undefined {
  const { outgoing, edges } = editor.document.snapshot;
  return outgoing.get(from)?.find((id) => edges.get(id)?.to === to);
}
