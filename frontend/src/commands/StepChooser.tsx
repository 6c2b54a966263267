import { useMemo } from "react";
import { join } from "../canvas/adding";
import { sayKind } from "../canvas/stepBox";
import { useSnapshot } from "../document/hooks";
import type { Snapshot } from "../document/model";
import { useEditor } from "../editor/Editor";
import { onlyStep, selectStep } from "../editor/select";
import { stepIcon } from "../theme/icons";
import { lookOf } from "../theme/look";
import { Chooser } from "./Chooser";

const WHOLE = (snapshot: Snapshot) => snapshot;

/** Finds a step by its name: to go to it, or to join the selected step to it. */
export function StepChooser({ purpose, close }: { purpose: "find" | "join"; close: () => void }) {
  const editor = useEditor();
  const { steps, stepIds } = useSnapshot(WHOLE);
  const from = purpose === "join" ? onlyStep(editor) : null;
  const choices = useMemo(
    () =>
      stepIds.flatMap((id) => {
        const step = steps.get(id);
        if (step === undefined || id === from) return [];
        const Icon = stepIcon(step);
        const icon = (
          <span key="icon" data-look={lookOf(step)}>
            <Icon size={18} stroke={1.75} aria-hidden />
          </span>
        );
        const aside = [sayKind(step), step.owner].filter(Boolean).join(" · ");
        return [{ id, name: step.name, aside, icon }];
      }),
    [steps, stepIds, from],
  );
  const name = from === null ? "" : (steps.get(from)?.name ?? "");
  return (
    <Chooser
      label={from === null ? "Find a step" : `Join “${name}” to`}
      placeholder={
        from === null ? "Name, kind or owner of the step" : `Which step follows “${name}”?`
      }
      choices={choices}
      nothing="No step has such a name."
      choose={(id) => {
        if (from !== null) {
          join(editor, from, id);
          return;
        }
        selectStep(editor, id);
        editor.canvas.get()?.frame([id]);
        editor.canvas.get()?.focus();
      }}
      close={close}
    />
  );
}
