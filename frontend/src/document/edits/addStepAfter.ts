import type { TouchlineDocument } from "../TouchlineDocument";
import { addEdge } from "./addEdge";
import { addStep, type NewStep } from "./addStep";

/** The wait of a new edge until somebody types another. */
export const NEW_WAIT = "1 day";

/** Adds a step, joined to the one it follows and in that one's stage; gives both ids. */
export function addStepAfter(
  document: TouchlineDocument,
  after: string,
  step: NewStep,
): { step: string; edge: string } {
  return document.edit(() => {
    const stage = document.snapshot.steps.get(after)?.stage;
    const id = addStep(document, { ...(stage === undefined ? {} : { stage }), ...step });
    return { step: id, edge: addEdge(document, after, id, { max_wait: NEW_WAIT }) };
  });
}
