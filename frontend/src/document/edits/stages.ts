/** The stages of the process: add, rename, move, remove. */

import { randomId } from "../../model/ids";
import { keyAfterAll, keysInOrder, type Ordered, withMoved } from "../../model/order";
import { runOrder } from "../../model/runOrder";
import type { Snapshot } from "../../model/snapshot";
import { currentOrders } from "../current";
import type { TouchlineDocument } from "../TouchlineDocument";
import { entryOf, mapOf, setKey } from "../write";

/**
 * Adds a stage and gives its id; an existing stage of that name is given instead. It stands before
 * the stages that a deal comes to only after the steps that it is for, else last.
 */
export function addStage(
  document: TouchlineDocument,
  name: string,
  forSteps: readonly string[] = [],
): string {
  const trimmed = name.trim();
  const existing = document.snapshot.stages.find((stage) => stage.name.trim() === trimmed);
  if (existing !== undefined) return existing.id;
  return document.edit(() => {
    const id = randomId();
    insertStage(document, id, name, placeOf(document.snapshot, forSteps));
    return id;
  });
}

/** Adds a stage under an id that the caller has chosen, after another one; refused as renaming is. */
export function writeStage(
  document: TouchlineDocument,
  id: string,
  name: string,
  after?: string,
): boolean {
  if (document.stages.has(id)) return renameStage(document, id, name);
  if (isTaken(document, id, name)) return false;
  const at = document.snapshot.stages.findIndex((stage) => stage.id === after) + 1;
  document.edit(() => insertStage(document, id, name, at === 0 ? null : at), `stage ${id}`);
  return true;
}

/** Renames a stage; refused (false) when the name says nothing or another stage has it. */
export function renameStage(document: TouchlineDocument, id: string, name: string): boolean {
  if (isTaken(document, id, name)) return false;
  document.edit(() => {
    const stage = entryOf(document.stages, id);
    if (stage !== null) setKey(stage, "name", name);
  }, `stage ${id}`);
  return true;
}

/** Moves a stage to stand at an index among the others. */
export function moveStage(document: TouchlineDocument, id: string, to: number): void {
  document.edit(() => {
    reorder(document, withMoved(document.snapshot.stages, id, to));
  });
}

/** Removes a stage; its steps stay, in no stage. */
export function removeStage(document: TouchlineDocument, id: string): void {
  document.edit(() => {
    for (const step of document.snapshot.steps.values()) {
      const map = step.stage === id ? entryOf(document.steps, step.id) : null;
      map?.delete("stage");
    }
    document.stages.delete(id);
  });
}

/** Puts a new stage at an index among the others, or last. */
function insertStage(
  document: TouchlineDocument,
  id: string,
  name: string,
  at: number | null,
): void {
  const order = keyAfterAll(currentOrders(document.stages));
  document.stages.set(id, mapOf({ name, order }));
  const { stages } = document.snapshot;
  if (at !== null) reorder(document, stages.toSpliced(at, 0, { id, name, order }));
}

/** The index of the first stage that a deal comes to after all of these steps; null where there is none. */
function placeOf(snapshot: Snapshot, steps: readonly string[]): number | null {
  const ranks = new Map(runOrder(snapshot).map((id, rank) => [id, rank]));
  const mine = Math.min(...steps.map((id) => ranks.get(id) ?? Number.POSITIVE_INFINITY));
  const firsts = new Map<string, number>();
  for (const { id, stage } of snapshot.steps.values()) {
    const rank = ranks.get(id) ?? Number.POSITIVE_INFINITY;
    if (stage !== undefined) firsts.set(stage, Math.min(firsts.get(stage) ?? rank, rank));
  }
  const at = snapshot.stages.findIndex(({ id }) => (firsts.get(id) ?? -1) > mine);
  return at === -1 ? null : at;
}

/** Whether a name says nothing or is another stage's. */
function isTaken(document: TouchlineDocument, id: string, name: string): boolean {
  const trimmed = name.trim();
  const { stages } = document.snapshot;
  return trimmed === "" || stages.some((stage) => stage.id !== id && stage.name.trim() === trimmed);
}

function reorder(document: TouchlineDocument, stages: readonly Ordered[]): void {
  for (const [id, order] of keysInOrder(stages)) {
    const stage = entryOf(document.stages, id);
    if (stage !== null) setKey(stage, "order", order);
  }
}
