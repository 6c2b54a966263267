/** Moving about the chart with the arrow keys. */
import { moveSteps } from "../../document/edits/moveSteps";
import type { Box } from "../../geometry/shapes";
import { placedBoxes } from "../../geometry/space/placing";
import type { Snapshot } from "../../model/snapshot";
import type { Editor } from "../../session/Editor";
import { onlyEdge, onlyStep, selectEdge, selectStep } from "../../session/select";
import { tokens } from "../../theme/tokens";

const TOWARDS: Readonly<Record<string, { readonly x: number; readonly y: number }>> = {
  ArrowDown: { x: 0, y: 1 },
  ArrowUp: { x: 0, y: -1 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
};
/** How far off the way one looks a step may stand and still lie in that direction: 60 degrees. */
const WIDEST = Math.cos(Math.PI / 3);

/** Selects the step to which an edge leads in the direction of an arrow key. */
export function walkTowards(editor: Editor, key: string): void {
  const { snapshot } = editor.document;
  const edge = onlyEdge(editor);
  const next =
    edge === null
      ? stepTowards(snapshot, firstSelected(editor), key)
      : (alongEdge(snapshot, edge, key) ?? null);
  if (next === null) return;
  if (snapshot.edges.has(next)) {
    selectEdge(editor, next);
    return;
  }
  selectStep(editor, next);
  editor.canvas.get()?.show(next);
}

/** Moves what is selected by one step of the grid; a row of moves is one undo step. */
export function nudgeTowards(editor: Editor, keys: string): void {
  const towards = TOWARDS[keys.replace("Shift+", "")];
  if (towards === undefined) return;
  const boxes = placedBoxes(editor.document.snapshot);
  const moves = [...editor.selection.get().steps].flatMap((id) => {
    const box = boxes.get(id);
    if (box === undefined) return [];
    const { grid } = tokens.step;
    return [[id, { x: box.x + towards.x * grid, y: box.y + towards.y * grid }] as const];
  });
  moveSteps(editor.document, moves, "nudge");
}

/** The edge that is selected, or that leads into the selected step (out of it, for a start). */
export function edgeInQuestion(editor: Editor): string | null {
  const edge = onlyEdge(editor);
  if (edge !== null) return edge;
  const step = onlyStep(editor);
  if (step === null) return null;
  const { incoming, outgoing } = editor.document.snapshot;
  return incoming.get(step)?.[0] ?? outgoing.get(step)?.[0] ?? null;
}

function firstSelected(editor: Editor): string | null {
  const [first] = editor.selection.get().steps;
  return first ?? null;
}

/** From an edge: up and down to its ends, left and right to the other edges out of its step. */
function alongEdge(snapshot: Snapshot, id: string, key: string): string | undefined {
  const edge = snapshot.edges.get(id);
  if (edge === undefined) return undefined;
  if (key === "ArrowUp") return edge.from;
  if (key === "ArrowDown") return edge.to;
  const siblings = snapshot.outgoing.get(edge.from) ?? [];
  const at = siblings.indexOf(id) + (key === "ArrowRight" ? 1 : -1);
  return siblings[(at + siblings.length) % siblings.length];
}

function stepTowards(snapshot: Snapshot, from: string | null, key: string): string | null {
  const towards = TOWARDS[key];
  if (from === null || towards === undefined) return snapshot.stepIds[0] ?? null;
  const boxes = placedBoxes(snapshot);
  const here = boxes.get(from);
  const after = ends(snapshot, snapshot.outgoing.get(from), "to");
  const before = ends(snapshot, snapshot.incoming.get(from), "from");
  const nearest = (ids: readonly string[], widest: number) =>
    here === undefined ? null : nearestTowards(here, ids, boxes, towards, widest);
  const joined = nearest([...after, ...before], WIDEST);
  if (joined !== null) return joined;
  if (key === "ArrowDown") return after[0] ?? null;
  if (key === "ArrowUp") return before[0] ?? null;
  // Sideways, where no edge leads there: to the other ways out of the step before.
  const beside = before.flatMap((id) => ends(snapshot, snapshot.outgoing.get(id), "to"));
  return nearest(
    beside.filter((id) => id !== from),
    0.1,
  );
}

function ends(
  { edges }: Snapshot,
  ids: readonly string[] | undefined,
  end: "from" | "to",
): string[] {
  return (ids ?? []).flatMap((id) => edges.get(id)?.[end] ?? []);
}

function nearestTowards(
  here: Box,
  ids: readonly string[],
  boxes: ReadonlyMap<string, Box>,
  towards: { readonly x: number; readonly y: number },
  widest: number,
): string | null {
  let best: { id: string; cost: number } | null = null;
  for (const id of ids) {
    const box = boxes.get(id);
    if (box === undefined) continue;
    const dx = box.x + box.width / 2 - here.x - here.width / 2;
    const dy = box.y + box.height / 2 - here.y - here.height / 2;
    const distance = Math.hypot(dx, dy);
    const straightness = (dx * towards.x + dy * towards.y) / (distance || 1);
    if (straightness < widest) continue;
    const cost = distance * (2 - straightness);
    if (best === null || cost < best.cost) best = { id, cost };
  }
  return best?.id ?? null;
}
