import { randomId } from "../../model/ids";
import { keyAfterAll, keysInOrder } from "../../model/order";
import { currentOrders } from "../current";
import type { TouchlineDocument } from "../TouchlineDocument";
import { edgeMap, entryOf, setKey } from "../write";
import { NEW_WAIT } from "./addStepAfter";

/** A way on as a step is to have it; without an id it is a new one. */
export interface WantedWay {
  readonly id?: string | undefined;
  readonly to: string;
}

/**
 * Makes the ways on from a step be these, in this order: each leads where it is to, keeping its
 * wait and its condition; a new one has the wait of every new edge; what is not wanted goes.
 */
export function setWaysOn(
  document: TouchlineDocument,
  from: string,
  wanted: readonly WantedWay[],
): void {
  document.edit(() => {
    const staying = new Set(wanted.map(({ id }) => id));
    for (const id of document.snapshot.outgoing.get(from) ?? []) {
      if (!staying.has(id)) document.edges.delete(id);
    }
    const ordered = wanted.map((way) => {
      const edge = way.id === undefined ? null : entryOf(document.edges, way.id);
      if (edge !== null) setKey(edge, "to", way.to);
      const id = edge === null || way.id === undefined ? add(document, from, way.to) : way.id;
      return { id, order: orderOf(document, id) };
    });
    for (const [id, order] of keysInOrder(ordered)) {
      const edge = entryOf(document.edges, id);
      if (edge !== null) setKey(edge, "order", order);
    }
  });
}

function add(document: TouchlineDocument, from: string, to: string): string {
  const id = randomId();
  const order = keyAfterAll(currentOrders(document.edges));
  document.edges.set(id, edgeMap({ from, to, max_wait: NEW_WAIT, order }));
  return id;
}

function orderOf(document: TouchlineDocument, id: string): string {
  const order = entryOf(document.edges, id)?.get("order");
  return typeof order === "string" ? order : "";
}
