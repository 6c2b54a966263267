import { currentOrders } from "../current";
import { newStepId } from "../ids";
import type { Step } from "../model";
import { keyAfterAll } from "../order";
import { defaultStepName } from "../stepNames";
import type { TouchlineDocument } from "../TouchlineDocument";
import { type StepField, stepMap } from "../write";

export type NewStep = Pick<Step, "kind"> & Partial<Pick<Step, Exclude<StepField, "order">>>;

/** Adds a step, named after its channel or kind unless a name is given; gives its id. */
export function addStep(document: TouchlineDocument, step: NewStep): string {
  return document.edit(() => {
    const name = step.name ?? defaultStepName(step.kind, step.channel, step.outcome);
    const id = newStepId(name);
    const order = keyAfterAll(currentOrders(document.steps));
    document.steps.set(id, stepMap({ ...step, name, order }));
    return id;
  });
}
