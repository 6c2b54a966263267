import { useMemo } from "react";
import { useSnapshot } from "../../document/hooks";
import { join } from "../../editing/adding";
import type { Snapshot } from "../../model/snapshot";
import { useEditor } from "../../session/Editor";
import { onlyStep } from "../../session/select";
import { Chooser } from "./Chooser";
import { goToStep, stepChoices, stepsToJoin } from "./stepChoices";

const WHOLE = (snapshot: Snapshot) => snapshot;

/** Finds a step by its name: to go to it, or to join the selected step to it. */
export function StepChooser({ purpose, close }: { purpose: "find" | "join"; close: () => void }) {
  const editor = useEditor();
  const snapshot = useSnapshot(WHOLE);
  const from = purpose === "join" ? onlyStep(editor) : null;
  const choices = useMemo(
    () => (from === null ? stepChoices(snapshot) : stepsToJoin(snapshot, from)),
    [snapshot, from],
  );
  const name = from === null ? "" : (snapshot.steps.get(from)?.name ?? "");
  return (
    <Chooser
      label={from === null ? "Find a step" : `Join “${name}” to`}
      placeholder={
        from === null ? "Name, kind or owner of the step" : `Which step follows “${name}”?`
      }
      choices={choices}
      nothing={
        from === null ? "No step has such a name." : "No step of such a name is left to join."
      }
      choose={(id) => {
        if (from === null) goToStep(editor, id);
        else join(editor, from, id);
      }}
      close={close}
    />
  );
}
