import { addDurations, formatDuration, parseDuration } from "../../model/duration";
import type { Edge } from "../../model/snapshot";
import { currentEdgeBetween, currentEdgesAt } from "../current";
import type { TouchlineDocument } from "../TouchlineDocument";
import { entryOf, setKeys } from "../write";

export interface Deletion {
  /** The edges that now join the neighbours of what was deleted. */
  readonly joined: readonly string[];
  /** The neighbours that were left without an edge in or out, by id. */
  readonly disconnected: readonly string[];
}

/**
 * Deletes steps with their edges. A step with one neighbour before it and one after it has them
 * joined, the waits added up.
 */
export function deleteSteps(document: TouchlineDocument, ids: readonly string[]): Deletion {
  return document.edit(() => {
    const gone = new Set(ids);
    const joined: string[] = [];
    const neighbours = new Set<string>();
    for (const id of ids) {
      const bridge = deleteStep(document, id, neighbours);
      if (bridge !== null) joined.push(bridge);
    }
    return {
      joined: joined.filter((id) => document.edges.has(id)),
      disconnected: [...neighbours].filter((id) => !gone.has(id) && lostItsEdges(document, id)),
    };
  });
}

/** Deletes one step and gives the edge that now joins its neighbours, if one does. */
function deleteStep(
  document: TouchlineDocument,
  id: string,
  neighbours: Set<string>,
): string | null {
  const edges = currentEdgesAt(document, new Set([id]));
  const before = edges.filter((edge) => edge.to === id && edge.from !== id);
  const after = edges.filter((edge) => edge.from === id && edge.to !== id);
  const [into, next] = [before[0], after[0]];
  const bridge =
    into !== undefined && next !== undefined && before.length === 1 && after.length === 1
      ? joinAcross(document, into, next)
      : null;
  for (const edge of edges) {
    neighbours.add(edge.from).add(edge.to);
    if (edge.id !== bridge) document.edges.delete(edge.id);
  }
  document.steps.delete(id);
  return bridge;
}

/** Leads the edge into a step to the step after it, unless these two are joined or are one. */
function joinAcross(document: TouchlineDocument, into: Edge, next: Edge): string | null {
  const edge = entryOf(document.edges, into.id);
  if (edge === null || into.from === next.to) return null;
  if (currentEdgeBetween(document, into.from, next.to) !== undefined) return null;
  setKeys(edge, { to: next.to, max_wait: sum(into.max_wait, next.max_wait) });
  return into.id;
}

function sum(a: string | undefined, b: string | undefined): string | undefined {
  const [first, second] = [a, b].map((text) => (text === undefined ? null : parseDuration(text)));
  if (!first || !second) return a ?? b;
  return formatDuration(addDurations(first, second));
}

/** Whether a step had an edge in or out before this edit and has none now. */
function lostItsEdges(document: TouchlineDocument, id: string): boolean {
  const now = currentEdgesAt(document, new Set([id]));
  const { outgoing, incoming } = document.snapshot;
  return (
    (outgoing.has(id) && !now.some((edge) => edge.from === id)) ||
    (incoming.has(id) && !now.some((edge) => edge.to === id))
  );
}
