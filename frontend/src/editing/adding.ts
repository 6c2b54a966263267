/** Adds steps where a person means them to be, selected and with their name ready to type. */

import { addEdge } from "../document/edits/addEdge";
import { addStep, type NewStep } from "../document/edits/addStep";
import { addStepAfter, NEW_WAIT } from "../document/edits/addStepAfter";
import { insertOnEdge, standsBetween } from "../document/edits/insertOnEdge";
import { moveSteps } from "../document/edits/moveSteps";
import { setKind } from "../document/edits/setKind";
import type { Box, Point, Size } from "../geometry/shapes";
import { stepBox } from "../geometry/sizes/stepBox";
import { placeNear } from "../geometry/space/free";
import { spaceFor } from "../geometry/space/making";
import { placedBoxes, placeUnder, sizeOfNew } from "../geometry/space/placing";
import type { Edge, Snapshot, Step } from "../model/snapshot";
import { defaultStepName } from "../model/words";
import type { Editor, StepMenu } from "../session/Editor";
import { selectEdge, selectStep } from "../session/select";
import { say } from "../ui/notices/notices";

/** Where a new step comes to stand, and as what. */
export interface Landing extends Box {
  readonly step: NewStep;
}

/** What Tab adds: most of what happens in a sale is a call. */
export const NEXT_STEP: NewStep = { kind: "contact", channel: "call" };

/** Does what the menu of steps was opened for. */
export function chooseFromMenu(editor: Editor, { at, use }: StepMenu, step: NewStep): void {
  switch (use.what) {
    case "add":
      addAt(editor, at, step, use.joinedTo);
      break;
    case "insert":
      addOnEdge(editor, use.edge, step);
      break;
    case "change":
      changeKind(editor, use.step, step);
      selectStep(editor, use.step);
      editor.canvas.get()?.focus();
  }
}

/** Makes a step another kind; it stays in the same column, whatever its new width. */
function changeKind({ document }: Editor, id: string, { kind, channel, outcome }: NewStep): void {
  document.edit(() => {
    const before = document.snapshot.steps.get(id);
    setKind(document, id, kind, {
      ...(channel === undefined ? {} : { channel }),
      ...(outcome === undefined ? {} : { outcome }),
    });
    if (before?.x === undefined || before.y === undefined) return;
    const grown = sizeOfNew(kind).width - sizeOfNew(before.kind).width;
    moveSteps(document, [[id, { x: before.x - grown / 2, y: before.y }]]);
  });
}

/** Adds a step with its top edge's middle at a point, joined to another if that is given. */
export function addAt(editor: Editor, at: Point, step: NewStep, joinedTo?: string): void {
  const { document } = editor;
  const { x, y } = landingOf(editor, at, step);
  const place = { x, y };
  if (joinedTo === undefined) {
    startNaming(editor, addStep(document, { ...step, ...place }));
    return;
  }
  const added = addStepAfter(document, joinedTo, { ...step, ...place });
  startNaming(editor, added.step, added.edge);
}

/** Where a step that is added with its top edge's middle at a point comes to stand. */
export function landingOf({ document }: Editor, at: Point, step: NewStep): Landing {
  const size = sizeOfNew(step.kind);
  const wanted = { x: at.x - size.width / 2, y: at.y };
  const place = placeNear(wanted, size, placedBoxes(document.snapshot).values());
  return { ...place, ...size, step };
}

/**
 * Adds a step after another: in between when there is one edge out that a step can stand in, else
 * as a further edge. Nothing comes after an end, so there it goes in before. A start, or a step
 * with no other to follow, stands by itself in the middle.
 */
export function addAfter(editor: Editor, after: string | null, step: NewStep): void {
  const before = after === null ? undefined : editor.document.snapshot.steps.get(after);
  if (before === undefined) addByItself(editor, step);
  else if (step.kind === "start") {
    addByItself(editor, step);
    say("A start follows no other step, so it stands by itself.");
  } else if (before.kind === "end") addBeforeEnd(editor, before.id, step);
  else addBehind(editor, before, step);
}

function addBehind(editor: Editor, before: Step, step: NewStep): void {
  const { document } = editor;
  const outgoing = document.snapshot.outgoing.get(before.id) ?? [];
  const [onlyEdge] = outgoing;
  const goesBetween =
    before.kind !== "decision" && outgoing.length === 1 && standsBetween(step.kind);
  if (goesBetween && onlyEdge !== undefined) {
    addOnEdge(editor, onlyEdge, step);
    return;
  }
  const boxes = placedBoxes(document.snapshot);
  const above = boxes.get(before.id);
  const place = above === undefined ? {} : placeUnder(above, sizeOfNew(step.kind), boxes.values());
  const added = addStepAfter(document, before.id, { ...step, ...place });
  startNaming(editor, added.step, added.edge);
}

/** Puts a step on the one edge into an end; where there is no such edge, by itself, and says so. */
function addBeforeEnd(editor: Editor, end: string, step: NewStep): void {
  const [onlyEdge, ...others] = editor.document.snapshot.incoming.get(end) ?? [];
  if (onlyEdge !== undefined && others.length === 0 && standsBetween(step.kind)) {
    addOnEdge(editor, onlyEdge, step);
    say("Nothing comes after an end, so the new step was put in before it.");
    return;
  }
  addByItself(editor, step);
  say("Nothing comes after an end, so the new step stands by itself and is not joined yet.");
}

function addByItself(editor: Editor, step: NewStep): void {
  addAt(editor, editor.canvas.get()?.centre() ?? { x: 0, y: 0 }, step);
}

/** Puts a new step between the two ends of an edge, the rest of the chart moving down for it. */
export function addOnEdge(editor: Editor, edgeId: string, step: NewStep): void {
  const { document } = editor;
  const edge = document.snapshot.edges.get(edgeId);
  if (edge === undefined) return;
  const stage = document.snapshot.steps.get(edge.from)?.stage;
  const name = step.name ?? defaultStepName(step.kind, step.channel, step.outcome);
  const { place, pushed } = spaceOn(document.snapshot, edge, "new", stepBox({ ...step, name }));
  const added = document.edit(() => {
    const id = addStep(document, { ...(stage === undefined ? {} : { stage }), ...step, ...place });
    insertOnEdge(document, edgeId, id);
    moveSteps(document, pushed);
    return id;
  });
  startNaming(editor, added, edgeId);
}

/** Puts a step that is there already between the two ends of an edge, with room on both sides. */
export function moveOntoEdge({ document }: Editor, edgeId: string, stepId: string): void {
  const { edges, steps } = document.snapshot;
  const [edge, step] = [edges.get(edgeId), steps.get(stepId)];
  if (edge === undefined || step === undefined) return;
  const { place, pushed } = spaceOn(document.snapshot, edge, stepId, stepBox(step));
  document.edit(() => {
    if (insertOnEdge(document, edgeId, stepId) === null) return;
    moveSteps(document, pushed);
    if (place !== undefined) moveSteps(document, [[stepId, place]]);
  });
}

/** Where a step stands between the two ends of an edge, and where others go to make room for it. */
function spaceOn(snapshot: Snapshot, edge: Edge, id: string, { width, height }: Size) {
  const standing = placedBoxes(snapshot);
  standing.delete(id);
  const others = [...snapshot.edges.values()].filter((other) => other.id !== edge.id);
  const joins = [...others, { from: edge.from, to: id }, { from: id, to: edge.to }];
  const pushed =
    standing.size === 0
      ? new Map<string, Point>()
      : spaceFor(standing, [{ id, width, height }], joins);
  const place = pushed.get(id);
  pushed.delete(id);
  return { place, pushed };
}

/**
 * Joins two steps and opens the wait of the new edge; joined already, shows the edge there is. A
 * start is where deals begin, so that no step leads to one: that is said and nothing done.
 */
export function join(editor: Editor, from: string, to: string): void {
  const { document } = editor;
  if (from === to) return;
  if (document.snapshot.steps.get(to)?.kind === "start") {
    say("A start follows no other step, so the two were not joined.");
    return;
  }
  const before = new Set(document.snapshot.edges.keys());
  const edge = addEdge(document, from, to, { max_wait: NEW_WAIT });
  selectEdge(editor, edge);
  if (before.has(edge)) {
    say("These two steps are joined already.");
    return;
  }
  editor.typing.set({ what: "wait", edge, back: to });
}

function startNaming(editor: Editor, step: string, next?: string): void {
  selectStep(editor, step);
  editor.typing.set({ what: "name", step, ...(next === undefined ? {} : { next }) });
  editor.canvas.get()?.show(step);
}
