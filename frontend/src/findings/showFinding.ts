import type { Finding } from "../api/types";
import type { Editor } from "../session/Editor";
import { reveal, revealed, revealNothing, type Stretch } from "../session/reveal";
import { selectEdge, selectNothing, selectStep } from "../session/select";
import { createStore } from "../ui/store";
import { type Placed, waiverOf } from "./waive";

/** Brings what a finding is about into view, and opens the one step or edge that it is about. */
export function showFinding(editor: Editor, finding: Finding): void {
  const { steps, edges } = finding;
  editor.view.set("flowchart");
  editor.shownFinding.set(finding);
  const [step] = steps;
  const [edge] = edges;
  const toSelect = edges.length === 1 && edge !== undefined ? edgeBetween(editor, edge) : undefined;
  const waiver = finding.waived === null ? null : waiverOf(editor.document.snapshot, finding);
  if (waiver !== null) showWaiver(editor, waiver);
  else if (toSelect !== undefined) selectEdge(editor, toSelect);
  else if (steps.length === 1 && step !== undefined) selectStep(editor, step);
  else selectNothing(editor);
  reveal(stretchOf(finding));
}

/** The waiver that the inspector brings into view. */
export const shownWaiver = createStore<string | null>(null);

/** Opens the step or edge on which a waiver stands, at the waiver. */
export function showWaiver(editor: Editor, { on, id }: Placed): void {
  if ("step" in on) selectStep(editor, on.step);
  else selectEdge(editor, on.edge);
  shownWaiver.set(id);
}

/** Draws the stretch of a finding no more. */
export function hideFinding(editor: Editor): void {
  editor.shownFinding.set(null);
  revealNothing();
}

/**
 * Keeps what is shown true: the stretch of the shown finding as each report has it, and no longer
 * than the finding is there or the canvas shows it. Gives the way to stop.
 */
export function keepShown(editor: Editor): () => void {
  const { checking, shownFinding } = editor;
  const stops = [
    checking.state.subscribe(() => {
      const shown = shownFinding.get();
      const { report, current } = checking.state.get();
      if (shown === null || report === null || !current) return;
      const now = report.findings.find(({ id }) => id === shown.id);
      if (now === undefined) return hideFinding(editor);
      shownFinding.set(now);
      if (JSON.stringify(stretchOf(now)) !== JSON.stringify(stretchOf(shown))) {
        reveal(stretchOf(now));
      }
    }),
    revealed.subscribe(() => {
      if (revealed.get() === null) shownFinding.set(null);
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

function stretchOf({ steps, edges }: Finding): Stretch {
  return { steps: steps.length > 0 ? steps : edges.flat(), edges };
}

function edgeBetween(editor: Editor, [from, to]: Finding["edges"][number]): string | undefined {
  const { outgoing, edges } = editor.document.snapshot;
  return outgoing.get(from)?.find((id) => edges.get(id)?.to === to);
}
