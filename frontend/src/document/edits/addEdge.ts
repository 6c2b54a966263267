import { randomId } from "../../model/ids";
import { keyAfterAll } from "../../model/order";
import type { Edge } from "../../model/snapshot";
import { currentEdgeBetween, currentOrders } from "../current";
import type { TouchlineDocument } from "../TouchlineDocument";
import { type EdgeList, edgeMap } from "../write";

export type NewEdge = Partial<Omit<Edge, "id" | "order" | "from" | "to" | EdgeList>>;

/** Joins one step to another and gives the edge's id: the existing one where they are joined. */
export function addEdge(
  document: TouchlineDocument,
  from: string,
  to: string,
  fields: NewEdge = {},
): string {
  return document.edit(() => {
    const existing = currentEdgeBetween(document, from, to);
    if (existing !== undefined) return existing.id;
    const id = randomId();
    const order = keyAfterAll(currentOrders(document.edges));
    document.edges.set(id, edgeMap({ from, to, ...fields, order }));
    return id;
  });
}
