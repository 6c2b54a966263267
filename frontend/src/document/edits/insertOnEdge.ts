import { formatDuration, parseDuration, splitDuration } from "../../model/duration";
import { currentEdgesAt } from "../current";
import type { TouchlineDocument } from "../TouchlineDocument";
import { entryOf, setKeys } from "../write";
import { addEdge } from "./addEdge";

/** Whether a step of this kind can stand in the middle of an edge: nothing leads to a start, or on from an end. */
export function standsBetween(kind: unknown): boolean {
  return kind !== "start" && kind !== "end";
}

/**
 * Puts a step that is there between the two ends of an edge and shares the wait between the edge,
 * which keeps its condition, and a new one. Gives the new edge's id; null when the step is joined
 * to one of the ends already, is one, or can stand in the middle of no edge.
 */
export function insertOnEdge(
  document: TouchlineDocument,
  edgeId: string,
  stepId: string,
): string | null {
  return document.edit(() => {
    const map = entryOf(document.edges, edgeId);
    const edge = currentEdgesAt(document, new Set([String(map?.get("from"))])).find(
      (candidate) => candidate.id === edgeId,
    );
    if (map === null || edge === undefined || !document.steps.has(stepId)) return null;
    // Asked of the document, since the step may be as new as this edit.
    if (!standsBetween(entryOf(document.steps, stepId)?.get("kind"))) return null;
    if (edge.from === stepId || edge.to === stepId) return null;
    const clash = currentEdgesAt(document, new Set([stepId])).some(
      (other) => other.from === edge.from || other.to === edge.to,
    );
    if (clash) return null;
    const wait = edge.max_wait === undefined ? null : parseDuration(edge.max_wait);
    const shared =
      wait === null
        ? null
        : splitDuration(wait, document.snapshot.settings.days).map(formatDuration);
    setKeys(map, { to: stepId, max_wait: shared?.[0] });
    const second = shared?.[1];
    return addEdge(document, stepId, edge.to, second === undefined ? {} : { max_wait: second });
  });
}
