import { newStepId } from "../../model/ids";
import { keyAfterAll } from "../../model/order";
import { OUTCOMES, type Outcome, type Step } from "../../model/snapshot";
import { defaultStepName } from "../../model/words";
import { currentOrders } from "../current";
import type { TouchlineDocument } from "../TouchlineDocument";
import { type StepField, stepMap } from "../write";

export type NewStep = Pick<Step, "kind"> & Partial<Pick<Step, Exclude<StepField, "order">>>;

/**
 * Adds a step, named after its channel or kind unless a name is given; gives its id. An end without
 * an outcome gets the first that the process has no end for: won, then lost, then nurture.
 */
export function addStep(document: TouchlineDocument, wanted: NewStep): string {
  const step = wanted.kind === "end" ? { outcome: missingOutcome(document), ...wanted } : wanted;
  return document.edit(() => {
    const name = step.name ?? defaultStepName(step.kind, step.channel, step.outcome);
    const id = newStepId(name);
    const order = keyAfterAll(currentOrders(document.steps));
    document.steps.set(id, stepMap({ ...step, name, order }));
    return id;
  });
}

function missingOutcome({ snapshot }: TouchlineDocument): Outcome {
  const had = new Set([...snapshot.steps.values()].map(({ outcome }) => outcome));
  return OUTCOMES.find((outcome) => !had.has(outcome)) ?? "won";
}
