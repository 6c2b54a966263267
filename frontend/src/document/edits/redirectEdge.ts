import { currentEdgeBetween, currentEdgesAt } from "../current";
import type { TouchlineDocument } from "../TouchlineDocument";
import { entryOf, setKeys } from "../write";

/** Leads an edge from or to another step; false when those two are joined already. */
export function redirectEdge(
  document: TouchlineDocument,
  id: string,
  ends: { from?: string; to?: string },
): boolean {
  return document.edit(() => {
    const map = entryOf(document.edges, id);
    const start = map?.get("from");
    if (map === null || typeof start !== "string") return false;
    const edge = currentEdgesAt(document, new Set([start])).find((other) => other.id === id);
    if (edge === undefined) return false;
    const from = ends.from ?? edge.from;
    const to = ends.to ?? edge.to;
    if (from === to || currentEdgeBetween(document, from, to) !== undefined) return false;
    setKeys(map, { from, to });
    return true;
  });
}
