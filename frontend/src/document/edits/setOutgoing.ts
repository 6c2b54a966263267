import { randomId } from "../../model/ids";
import { keyAfterAll, keysInOrder } from "../../model/order";
import { currentOrders } from "../current";
import type { TouchlineDocument } from "../TouchlineDocument";
import { edgeMap, entryOf, setKey } from "../write";
import { NEW_WAIT } from "./addStepAfter";

/** An edge out of a step as it is to be; without an id it is a new one. */
export interface WantedEdge {
  readonly id?: string | undefined;
  readonly to: string;
}

/**
 * Makes the edges out of a step be these, in this order: each leads where it is to, keeping its
 * wait and its condition; a new one has the wait of every new edge; what is not wanted goes.
 */
export function setOutgoing(
  document: TouchlineDocument,
  from: string,
  wanted: readonly WantedEdge[],
): void {
  document.edit(() => {
    const staying = new Set(wanted.map(({ id }) => id));
    for (const id of document.snapshot.outgoing.get(from) ?? []) {
      if (!staying.has(id)) document.edges.delete(id);
    }
    const ordered = wanted.map((want) => {
      const edge = want.id === undefined ? null : entryOf(document.edges, want.id);
      if (edge !== null) setKey(edge, "to", want.to);
      const id = edge === null || want.id === undefined ? add(document, from, want.to) : want.id;
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
