import type { Edge } from "../../model/snapshot";
import type { TouchlineDocument } from "../TouchlineDocument";
import { type EdgeField, entryOf, setKey } from "../write";

/** Sets one field of an edge, or takes it away; typing in one field is one undo step. */
export function setEdgeField<F extends Exclude<EdgeField, "order">>(
  document: TouchlineDocument,
  id: string,
  field: F,
  value: Edge[F] | undefined,
): void {
  document.edit(() => {
    const edge = entryOf(document.edges, id);
    if (edge !== null) setKey(edge, field, value === "" ? undefined : value);
  }, `edge ${id} ${field}`);
}
