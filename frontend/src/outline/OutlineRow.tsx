import { memo, useCallback } from "react";
import { canonicalDuration, DURATION_EXAMPLE } from "../document/duration";
import { renameStep } from "../document/edits/renameStep";
import { setKind } from "../document/edits/setKind";
import { setStepField } from "../document/edits/setStepField";
import { useStages, useStep, useTouchlineDocument } from "../document/hooks";
import {
  CHANNELS,
  type Channel,
  KINDS,
  type Kind,
  OUTCOMES,
  type Outcome,
  type Step,
} from "../document/model";
import { capitalised, KIND_WORDS, OUTCOME_WORDS } from "../document/words";
import { type Selection, useEditor } from "../editor/Editor";
import { selectStep } from "../editor/select";
import { useStore } from "../state/store";
import { stepIcon } from "../theme/icons";
import { lookOf } from "../theme/look";
import { ChoiceCell, TextCell } from "./cells";
import styles from "./Outline.module.css";

const KIND_CHOICES = KINDS.map((kind) => [kind, KIND_WORDS[kind]] as const);
const CHANNEL_CHOICES = CHANNELS.map((channel) => [channel, capitalised(channel)] as const);
const OUTCOME_CHOICES = OUTCOMES.map((outcome) => [outcome, OUTCOME_WORDS[outcome]] as const);

/** One step; whichever of its cells has the focus, the step is the selected one. */
export const OutlineRow = memo(function OutlineRow({ id }: { id: string }) {
  const editor = useEditor();
  const step = useStep(id);
  const selected = useStore(
    editor.selection,
    useCallback((selection: Selection) => selection.steps.has(id), [id]),
  );
  if (step === undefined) return null;
  return (
    <tr
      data-selected={selected || undefined}
      data-look={lookOf(step)}
      onFocus={() => {
        if (!selected) selectStep(editor, id);
      }}
    >
      <Cells step={step} />
    </tr>
  );
});

function Cells({ step }: { step: Step }) {
  const document = useTouchlineDocument();
  const stages = useStages();
  const { id, name } = step;
  const Icon = stepIcon(step);
  const plain = (field: "owner" | "purpose" | "prospect_gain") => (text: string) => {
    const value = text.trim() === "" ? undefined : text;
    setStepField(document, id, field, value);
    return value ?? "";
  };
  return (
    <>
      <th scope="row">
        <div className={styles.name}>
          <Icon size={16} stroke={1.75} aria-hidden />
          <TextCell
            label={`Name of ${name}`}
            stored={name}
            refusal="A step needs a name."
            write={(text) => (renameStep(document, id, text) ? text : null)}
          />
        </div>
      </th>
      <td>
        <ChoiceCell
          label={`Kind of ${name}`}
          value={step.kind}
          choices={KIND_CHOICES}
          onWrite={(kind) => kind !== "" && setKind(document, id, kind as Kind)}
        />
      </td>
      <td>
        {step.kind === "contact" && (
          <ChoiceCell
            label={`Channel of ${name}`}
            value={step.channel ?? ""}
            none="–"
            choices={CHANNEL_CHOICES}
            onWrite={(channel) =>
              channel === ""
                ? setStepField(document, id, "channel", undefined)
                : setKind(document, id, "contact", { channel: channel as Channel })
            }
          />
        )}
        {step.kind === "end" && (
          <ChoiceCell
            label={`Outcome of ${name}`}
            value={step.outcome ?? ""}
            none="–"
            choices={OUTCOME_CHOICES}
            onWrite={(outcome) =>
              outcome !== "" && setKind(document, id, "end", { outcome: outcome as Outcome })
            }
          />
        )}
      </td>
      <td>
        <ChoiceCell
          label={`Stage of ${name}`}
          value={stages.some((stage) => stage.id === step.stage) ? (step.stage ?? "") : ""}
          none="–"
          choices={stages.map((stage) => [stage.id, stage.name] as const)}
          onWrite={(stage) => setStepField(document, id, "stage", stage || undefined)}
        />
      </td>
      <td>
        <TextCell label={`Owner of ${name}`} stored={step.owner ?? ""} write={plain("owner")} />
      </td>
      <td>
        <TextCell
          label={`Duration of ${name}`}
          stored={step.duration ?? ""}
          refusal={`${DURATION_EXAMPLE}.`}
          write={(text) => {
            const duration = text.trim() === "" ? undefined : canonicalDuration(text);
            if (duration === null) return null;
            setStepField(document, id, "duration", duration);
            return duration ?? "";
          }}
        />
      </td>
      <td>
        <TextCell
          label={`What ${name} is for`}
          stored={step.purpose ?? ""}
          write={plain("purpose")}
          wide
        />
      </td>
      <td>
        <TextCell
          label={`What the prospect gains from ${name}`}
          stored={step.prospect_gain ?? ""}
          write={plain("prospect_gain")}
          wide
        />
      </td>
    </>
  );
}
