import { useConnection } from "@xyflow/react";
import { useSnapshot } from "../../document/hooks";
import type { Snapshot } from "../../model/snapshot";
import { useEditor } from "../../session/Editor";
import { useStore } from "../../ui/store";
import styles from "./Hint.module.css";

const fewSteps = ({ steps }: Snapshot) => Math.min(steps.size, 2);

/** What to do with a canvas that has hardly anything on it. */
export function Hint({ ready }: { ready: boolean }) {
  const steps = useSnapshot(fewSteps);
  const editor = useEditor();
  const menu = useStore(editor.stepMenu);
  const joining = useConnection((connection) => connection.inProgress);
  const selected = useStore(editor.selection, (selection) => selection.steps.size > 0);
  if (!ready || steps > 1 || menu !== null || joining) return null;
  return (
    <div className={styles.hint} role="note" data-beside-step={steps > 0 || undefined}>
      {steps === 0 ? (
        <p>
          <strong>No steps yet.</strong> Double-click here, or take one from the left: a start,
          where a prospect turns up.
        </p>
      ) : (
        <p>
          <strong>What comes next?</strong> {selected ? "Press" : "Select the step and press"}{" "}
          <kbd>Tab</kbd>, or drag from the step’s lower edge to where the next one belongs.
        </p>
      )}
    </div>
  );
}
