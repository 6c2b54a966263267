/** The lists of a step (checklist, exit criteria, assets, waivers): add, edit, move, remove. */

import { randomId } from "../../model/ids";
import { keyAfterAll, keysInOrder, type Ordered, withMoved } from "../../model/order";
import { currentOrders } from "../current";
import type { TouchlineDocument } from "../TouchlineDocument";
import { entryOf, type ListFields, mapOf, type StepList, setKey, setKeys, subMap } from "../write";

/** Adds an entry to a list of a step, last or after another entry; gives its id. */
export function addListItem<L extends StepList>(
  document: TouchlineDocument,
  stepId: string,
  list: L,
  fields: ListFields[L],
  after?: string,
): string {
  const id = randomId();
  document.edit(() => insert(document, stepId, list, id, fields, after));
  return id;
}

/** Changes fields of an entry; typing in one entry is one undo step. */
export function editListItem<L extends StepList>(
  document: TouchlineDocument,
  stepId: string,
  list: L,
  itemId: string,
  fields: { [K in keyof ListFields[L]]?: ListFields[L][K] | undefined },
): void {
  document.edit(
    () => {
      const entry = itemOf(document, stepId, list, itemId);
      if (entry !== null) setKeys(entry, fields);
    },
    placeOf(stepId, list, itemId),
  );
}

/**
 * Writes an entry under an id that the caller has chosen: changes it where it is, else adds it
 * after another one. One undo step from its first letter on.
 */
export function writeListItem<L extends StepList>(
  document: TouchlineDocument,
  stepId: string,
  list: L,
  itemId: string,
  fields: ListFields[L],
  after?: string,
): void {
  document.edit(
    () => {
      const entry = itemOf(document, stepId, list, itemId);
      if (entry !== null) setKeys(entry, { ...fields });
      else insert(document, stepId, list, itemId, fields, after);
    },
    placeOf(stepId, list, itemId),
  );
}

/** Moves an entry to stand at an index among the others. */
export function moveListItem(
  document: TouchlineDocument,
  stepId: string,
  list: StepList,
  itemId: string,
  to: number,
): void {
  document.edit(() => {
    const step = entryOf(document.steps, stepId);
    const items: readonly Ordered[] = document.snapshot.steps.get(stepId)?.[list] ?? [];
    if (step !== null) reorder(subMap(step, list), withMoved(items, itemId, to));
  });
}

/** Takes an entry out of a list; `typed` when that is part of typing in it, as when it is empty. */
export function removeListItem(
  document: TouchlineDocument,
  stepId: string,
  list: StepList,
  itemId: string,
  { typed = false } = {},
): void {
  document.edit(
    () => {
      const step = entryOf(document.steps, stepId);
      if (step !== null) subMap(step, list).delete(itemId);
    },
    typed ? placeOf(stepId, list, itemId) : null,
  );
}

function insert<L extends StepList>(
  document: TouchlineDocument,
  stepId: string,
  list: L,
  id: string,
  fields: ListFields[L],
  after?: string,
): void {
  const step = entryOf(document.steps, stepId);
  if (step === null) return;
  const entries = subMap(step, list);
  const order = keyAfterAll(currentOrders(entries));
  entries.set(id, mapOf({ ...fields, order }));
  if (after === undefined) return;
  const items: readonly Ordered[] = document.snapshot.steps.get(stepId)?.[list] ?? [];
  const at = items.findIndex((item) => item.id === after) + 1;
  if (at > 0) reorder(entries, [...items.slice(0, at), { id, order }, ...items.slice(at)]);
}

function placeOf(stepId: string, list: StepList, itemId: string): string {
  return `step ${stepId} ${list} ${itemId}`;
}

function itemOf(document: TouchlineDocument, stepId: string, list: StepList, itemId: string) {
  const step = entryOf(document.steps, stepId);
  return step === null ? null : entryOf(subMap(step, list), itemId);
}

function reorder(entries: ReturnType<typeof subMap>, items: readonly Ordered[]): void {
  for (const [id, order] of keysInOrder(items)) {
    const entry = entryOf(entries, id);
    if (entry !== null) setKey(entry, "order", order);
  }
}
