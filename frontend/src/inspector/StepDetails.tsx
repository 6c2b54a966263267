import { renameStep } from "../document/edits/renameStep";
import { setStepField } from "../document/edits/setStepField";
import { useStep, useTouchlineDocument } from "../document/hooks";
import { FIELDS, fieldOf } from "../model/fields";
import type { Step } from "../model/snapshot";
import { sayKind } from "../model/words";
import { useEditor } from "../session/Editor";
import { stepIcon } from "../theme/icons";
import { lookOf } from "../theme/look";
import { useStore } from "../ui/store";
import { DeleteButton } from "./DeleteButton";
import { KindFields } from "./fields/KindFields";
import { OwnerField } from "./fields/OwnerField";
import { StageField } from "./fields/StageField";
import { TextField } from "./fields/TextField";
import styles from "./Inspector.module.css";
import { PanelHead } from "./PanelHead";
import { StepField } from "./StepField";
import { StepFindings } from "./StepFindings";
import { Waivers } from "./Waivers";

/** The fields that have a place and manners of their own here, or that no person types. */
const APART = ["id", "name", "kind", "channel", "outcome", "stage", "owner", "position", "allow"];
export const DETAILS = FIELDS.step.filter(({ key }) => !APART.includes(key));
const NAME = fieldOf("step", "name");

/** Everything about one step, in the order in which a person thinks it through. */
export function StepDetails({ id }: { id: string }) {
  const step = useStep(id);
  return step === undefined ? null : <StepFields step={step} />;
}

function StepFields({ step }: { step: Step }) {
  const document = useTouchlineDocument();
  const detail = useDetailWords(step);
  const { id } = step;
  const writeOwner = (text: string) => {
    const owner = text.trim() === "" ? undefined : text;
    setStepField(document, id, "owner", owner);
    return owner ?? "";
  };
  return (
    <div className={styles.panel}>
      <PanelHead icon={stepIcon(step)} look={lookOf(step)} title={sayKind(step)} {...detail}>
        <DeleteButton what="the step" />
      </PanelHead>
      <div className={styles.fields}>
        <StepFindings id={id} />
        <TextField
          label={NAME.label ?? NAME.key}
          stored={step.name}
          write={(text) => (renameStep(document, id, text) ? text : null)}
          refusal="A step needs a name."
        />
        <KindFields step={step} />
        <OwnerField stored={step.owner ?? ""} write={writeOwner} />
        <StageField
          steps={[id]}
          stored={step.stage ?? null}
          onWrite={(stage) => setStepField(document, id, "stage", stage)}
        />
        {DETAILS.map((field) => (
          <StepField key={field.key} step={step} field={field} />
        ))}
        <Waivers on={{ step: id }} waivers={step.allow} />
      </div>
    </div>
  );
}

/** How thought through the step is, once the server has said so of the step as it is now. */
function useDetailWords(step: Step): { subtitle?: string } {
  const { report, current } = useStore(useEditor().checking.state);
  const score = report?.step_scores.find((entry) => entry.step === step.id)?.score;
  // A start and an end are moments: there is no detail to think through.
  if (step.kind === "start" || step.kind === "end") return {};
  if (!current || score === undefined) return {};
  return { subtitle: `${Math.round(score)} % of the detail thought through` };
}
