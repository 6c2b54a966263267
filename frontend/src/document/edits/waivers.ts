/** Leave to break a rule, given to a step or an edge with the reason that every report shows. */

import { randomId } from "../../model/ids";
import { keyAfterAll } from "../../model/order";
import { currentOrders } from "../current";
import type { SharedMap } from "../read";
import type { TouchlineDocument } from "../TouchlineDocument";
import { entryOf, type ListFields, mapOf, setKey, setKeys, subMap } from "../write";

/** What may break a rule. */
export type Waiving = { readonly step: string } | { readonly edge: string };

/** Gives the waiver's id; null when what may break the rule is gone. */
export function addWaiver(
  document: TouchlineDocument,
  on: Waiving,
  fields: ListFields["allow"],
): string | null {
  return document.edit(() => {
    const waivers = waiversOf(document, on);
    if (waivers === null) return null;
    const order = keyAfterAll(currentOrders(waivers));
    const id = randomId();
    waivers.set(id, mapOf({ ...fields, order }));
    return id;
  });
}

/** Gives leave anew where it is given already: with another reason, and to another end. */
export function renewWaiver(
  document: TouchlineDocument,
  on: Waiving,
  id: string,
  { reason, up_to }: Pick<ListFields["allow"], "reason" | "up_to">,
): void {
  document.edit(() => {
    const waiver = waiverOf(document, on, id);
    if (waiver !== null) setKeys(waiver, { reason, up_to });
  });
}

/** Changes a reason; one that says nothing is refused, since a waiver without a reason is none. */
export function setReason(
  document: TouchlineDocument,
  on: Waiving,
  id: string,
  reason: string,
): void {
  if (reason.trim() === "") return;
  document.edit(() => {
    const waiver = waiverOf(document, on, id);
    if (waiver !== null) setKey(waiver, "reason", reason);
  }, `waiver ${id}`);
}

/** Changes the longest silence for which a waiver holds; undefined where it has no end. */
export function setEnd(
  document: TouchlineDocument,
  on: Waiving,
  id: string,
  upTo: string | undefined,
): void {
  document.edit(() => {
    const waiver = waiverOf(document, on, id);
    if (waiver !== null) setKey(waiver, "up_to", upTo);
  }, `waiver ${id} up to`);
}

export function removeWaiver(document: TouchlineDocument, on: Waiving, id: string): void {
  document.edit(() => waiversOf(document, on)?.delete(id));
}

function waiverOf(document: TouchlineDocument, on: Waiving, id: string): SharedMap | null {
  const waivers = waiversOf(document, on);
  return waivers === null ? null : entryOf(waivers, id);
}

function waiversOf(document: TouchlineDocument, on: Waiving): SharedMap | null {
  const owner = "step" in on ? entryOf(document.steps, on.step) : entryOf(document.edges, on.edge);
  return owner === null ? null : subMap(owner, "allow");
}
