import { IconSeedling } from "@tabler/icons-react";
import { useSnapshot } from "../document/hooks";
import type { Snapshot } from "../model/snapshot";
import { isJustBegun } from "../model/snapshot";
import styles from "./Problems.module.css";

/** What comes next in a process in which nothing is joined yet; nothing once something is. */
export function Begun() {
  const begun = useSnapshot(isJustBegun);
  const steps = useSnapshot(fewSteps);
  const following = useSnapshot(nameToFollow);
  if (!begun) return null;
  return (
    <p className={styles.begun}>
      <IconSeedling size={18} stroke={1.75} aria-hidden />
      <span>
        <strong>Just begun.</strong>{" "}
        {steps > 1 ? (
          <>
            Join the steps: select one in the chart, press <kbd>J</kbd> and choose which follows.
          </>
        ) : following === null ? (
          "Add a start, where a prospect turns up."
        ) : (
          <>
            Add the step that follows “{following}”: select it in the chart and press <kbd>Tab</kbd>
            .
          </>
        )}{" "}
        What the process still needs stands below.
      </span>
    </p>
  );
}

const fewSteps = ({ steps }: Snapshot) => Math.min(steps.size, 2);

/** The name of the one step that something can follow. */
function nameToFollow({ steps }: Snapshot): string | null {
  const [first] = steps.values();
  return first === undefined || first.kind === "end" ? null : first.name;
}
