import type { TouchlineDocument } from "../TouchlineDocument";

/** Takes edges away; the steps stay. */
export function deleteEdges(document: TouchlineDocument, ids: Iterable<string>): void {
  document.edit(() => {
    for (const id of ids) document.edges.delete(id);
  });
}
