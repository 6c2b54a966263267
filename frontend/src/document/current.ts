/** The document as it stands in the middle of an edit, where the snapshot is still the one before. */

import { byOrder } from "../model/order";
import type { Edge } from "../model/snapshot";
import { isMap, readEdge, type SharedMap } from "./read";
import type { TouchlineDocument } from "./TouchlineDocument";

/** The edges into or out of these steps, in order; O(edges). */
export function currentEdgesAt(document: TouchlineDocument, steps: ReadonlySet<string>): Edge[] {
  return edgesThat(document, (from, to) => steps.has(from) || steps.has(to)).sort(byOrder);
}

/** The edge that joins two steps, if one does; O(edges). */
export function currentEdgeBetween(
  document: TouchlineDocument,
  from: string,
  to: string,
): Edge | undefined {
  return edgesThat(document, (a, b) => a === from && b === to).sort(byOrder)[0];
}

/** The edges whose ends are these; the others are not read, of which there may be thousands. */
function edgesThat(
  document: TouchlineDocument,
  joins: (from: string, to: string) => boolean,
): Edge[] {
  const edges: Edge[] = [];
  document.edges.forEach((value, id) => {
    if (!isMap(value) || !joins(String(value.get("from")), String(value.get("to")))) return;
    const edge = readEdge(id, value);
    if (edge !== null) edges.push(edge);
  });
  return edges;
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
