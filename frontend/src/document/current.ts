/** The document as it stands in the middle of an edit, where the snapshot is still the one before. */

import { byOrder } from "../model/order";
import type { Edge } from "../model/snapshot";
import { readEdge, type SharedMap } from "./read";
import type { TouchlineDocument } from "./TouchlineDocument";

/** The edges into or out of these steps, in order; O(edges). */
export function currentEdgesAt(document: TouchlineDocument, steps: ReadonlySet<string>): Edge[] {
  const edges: Edge[] = [];
  document.edges.forEach((value, id) => {
    const edge = readEdge(id, value);
    if (edge !== null && (steps.has(edge.from) || steps.has(edge.to))) edges.push(edge);
  });
  return edges.sort(byOrder);
}

/** The edge that joins two steps, if one does; O(edges). */
export function currentEdgeBetween(
  document: TouchlineDocument,
  from: string,
  to: string,
): Edge | undefined {
  return currentEdgesAt(document, new Set([from])).find(
    (edge) => edge.from === from && edge.to === to,
  );
}

/** The order keys of the entries of a map. */
export function currentOrders(map: SharedMap): string[] {
  const orders: string[] = [];
  map.forEach((entry) => {
    const order = (entry as Partial<SharedMap>).get?.("order");
    if (typeof order === "string") orders.push(order);
  });
  return orders;
}
