import type { Step } from "../../model/snapshot";
import type { TouchlineDocument } from "../TouchlineDocument";
import { entryOf, type StepField, setKey } from "../write";

/** Sets one field of a step, or takes it away; typing in one field is one undo step. */
export function setStepField<F extends Exclude<StepField, "kind" | "order">>(
  document: TouchlineDocument,
  id: string,
  field: F,
  value: Step[F] | undefined,
): void {
  document.edit(() => {
    const step = entryOf(document.steps, id);
    if (step !== null) setKey(step, field, value === "" ? undefined : value);
  }, `step ${id} ${field}`);
}
