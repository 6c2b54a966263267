import { setStepField } from "../document/edits/setStepField";
import { useTouchlineDocument } from "../document/hooks";
import type { LinesOfStep } from "../document/write";
import type { Field } from "../model/fields";
import type { Step } from "../model/snapshot";
import { PlainField } from "./fields/PlainField";
import { AssetList } from "./lists/AssetList";
import { StepLines } from "./lists/StepLines";

/** A detail of a step that has no manners of its own: one value, lines, or assets. */
export function StepField({ step, field }: { step: Step; field: Field }) {
  const document = useTouchlineDocument();
  const { label = field.key, noun = "line", hint = "", placeholder = "" } = field;
  if (field.group === "asset") return <AssetList step={step.id} assets={step.assets} />;
  // The keys are those of the model, from which the types are made as well.
  if (field.list) {
    const list = field.key as LinesOfStep;
    const said = { label, noun, hint, placeholder };
    return <StepLines step={step.id} list={list} lines={step[list]} {...said} />;
  }
  const key = field.key as "notes";
  return (
    <PlainField
      field={field}
      stored={step[key]}
      onWrite={(value) => setStepField(document, step.id, key, value as string | undefined)}
    />
  );
}
