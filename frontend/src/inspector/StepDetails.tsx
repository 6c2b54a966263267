import { renameStep } from "../document/edits/renameStep";
import { setStepField } from "../document/edits/setStepField";
import { useStep, useTouchlineDocument } from "../document/hooks";
import type { Step } from "../model/snapshot";
import { sayKind } from "../model/words";
import { useEditor } from "../session/Editor";
import { stepIcon } from "../theme/icons";
import { lookOf } from "../theme/look";
import { useStore } from "../ui/store";
import { DeleteButton } from "./DeleteButton";
import { DurationField } from "./fields/DurationField";
import { KindFields } from "./fields/KindFields";
import { OwnerField } from "./fields/OwnerField";
import { StageField } from "./fields/StageField";
import { TextField } from "./fields/TextField";
import styles from "./Inspector.module.css";
import { AssetList } from "./lists/AssetList";
import { StepLines } from "./lists/StepLines";
import { PanelHead } from "./PanelHead";
import { StepFindings } from "./StepFindings";
import { Waivers } from "./Waivers";

type PlainText = "owner" | "purpose" | "prospect_gain" | "notes";

/** Everything about one step, in the order in which a person thinks it through. */
export function StepDetails({ id }: { id: string }) {
  const step = useStep(id);
  return step === undefined ? null : <StepFields step={step} />;
}

function StepFields({ step }: { step: Step }) {
  const document = useTouchlineDocument();
  const detail = useDetailWords(step);
  const { id } = step;
  const writeText = (field: PlainText) => (text: string) => {
    setStepField(document, id, field, text.trim() === "" ? undefined : text);
    return text.trim() === "" ? "" : text;
  };
  return (
    <div className={styles.panel}>
      <PanelHead icon={stepIcon(step)} look={lookOf(step)} title={sayKind(step)} {...detail}>
        <DeleteButton what="the step" />
      </PanelHead>
      <div className={styles.fields}>
        <StepFindings id={id} />
        <TextField
          label="Name"
          stored={step.name}
          write={(text) => (renameStep(document, id, text) ? text : null)}
          refusal="A step needs a name."
        />
        <KindFields step={step} />
        <OwnerField stored={step.owner ?? ""} write={writeText("owner")} />
        <StageField
          steps={[id]}
          stored={step.stage ?? null}
          onWrite={(stage) => setStepField(document, id, "stage", stage)}
        />
        <TextField
          label="What it is for"
          long
          stored={step.purpose ?? ""}
          write={writeText("purpose")}
          placeholder="What this step brings the deal"
        />
        <TextField
          label="What the prospect gains"
          long
          stored={step.prospect_gain ?? ""}
          write={writeText("prospect_gain")}
          placeholder="What the prospect leaves with"
        />
        <DurationField
          label="Duration"
          placeholder="Such as 45 minutes or 2 days"
          stored={step.duration ?? ""}
          onWrite={(duration) => setStepField(document, id, "duration", duration)}
        />
        <StepLines
          step={id}
          list="checklist"
          lines={step.checklist}
          label="Checklist"
          noun="line"
          hint="What to do in this step, one line each."
          placeholder="Such as: ask who else decides"
        />
        <StepLines
          step={id}
          list="exit_criteria"
          lines={step.exit_criteria}
          label="Exit criteria"
          noun="criterion"
          hint="What is true once this step is done."
          placeholder="Such as: budget is confirmed"
        />
        <AssetList step={id} assets={step.assets} />
        <TextField
          label="Notes"
          long
          stored={step.notes ?? ""}
          write={writeText("notes")}
          placeholder="Anything else the team should know"
        />
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
