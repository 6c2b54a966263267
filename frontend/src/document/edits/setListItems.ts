import { keysInOrder } from "../../model/order";
import type { TouchlineDocument } from "../TouchlineDocument";
import { entryOf, type ListFields, mapOf, type StepList, setKey, setKeys, subMap } from "../write";

/** An entry as a list is to have it; `fields` of undefined leave the entry as it is. */
export interface WantedItem<L extends StepList> {
  readonly id: string;
  readonly fields?: { [K in keyof ListFields[L]]: ListFields[L][K] | undefined };
}

/**
 * Makes a list of a step be these entries in this order. An entry that stays is not touched, so
 * that what another person does to it meanwhile is kept.
 */
export function setListItems<L extends StepList>(
  document: TouchlineDocument,
  stepId: string,
  list: L,
  wanted: readonly WantedItem<L>[],
  typing: string | null = null,
): void {
  document.edit(() => {
    const step = entryOf(document.steps, stepId);
    if (step === null) return;
    const entries = subMap(step, list);
    const staying = new Set(wanted.map(({ id }) => id));
    for (const id of [...entries.keys()]) if (!staying.has(id)) entries.delete(id);
    for (const { id, fields } of wanted) {
      const entry = entryOf(entries, id);
      if (entry === null) entries.set(id, mapOf(fields ?? {}));
      else if (fields !== undefined) setKeys(entry, fields);
    }
    const ordered = wanted.map(({ id }) => {
      const order = entryOf(entries, id)?.get("order");
      return { id, order: typeof order === "string" ? order : "" };
    });
    for (const [id, order] of keysInOrder(ordered)) {
      const entry = entryOf(entries, id);
      if (entry !== null) setKey(entry, "order", order);
    }
  }, typing);
}
