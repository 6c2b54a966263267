/** The stages of the process: add, rename, move, remove. */
import { currentOrders } from "../current";
import { randomId } from "../ids";
import { keyAfterAll, keysInOrder, type Ordered, withMoved } from "../order";
import type { TouchlineDocument } from "../TouchlineDocument";
import { entryOf, mapOf, setKey } from "../write";

/** Adds a stage, last, and gives its id; an existing stage of that name is given instead. */
export function addStage(document: TouchlineDocument, name: string): string {
  const trimmed = name.trim();
  const existing = document.snapshot.stages.find((stage) => stage.name.trim() === trimmed);
  if (existing !== undefined) return existing.id;
  return document.edit(() => {
    const id = randomId();
    document.stages.set(id, mapOf({ name, order: keyAfterAll(currentOrders(document.stages)) }));
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
  document.edit(() => {
    const order = keyAfterAll(currentOrders(document.stages));
    document.stages.set(id, mapOf({ name, order }));
    const { stages } = document.snapshot;
    const at = stages.findIndex((stage) => stage.id === after) + 1;
    if (after === undefined || at === 0) return;
    reorder(document, [...stages.slice(0, at), { id, order }, ...stages.slice(at)]);
  }, `stage ${id}`);
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
