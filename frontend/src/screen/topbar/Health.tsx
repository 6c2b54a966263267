import { Tooltip } from "@mantine/core";
import {
  IconAlertCircle,
  IconCircleCheck,
  IconCircleDashed,
  IconProgress,
} from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useSettings, useSnapshot } from "../../document/hooks";
import { expectsDetail, isTooLong, silenceWords } from "../../findings/silence";
import { isJustBegun } from "../../model/snapshot";
import { useEditor } from "../../session/Editor";
import { amount } from "../../ui/amount";
import { useStore } from "../../ui/store";
import styles from "./TopBar.module.css";

/** How long an answer may take before the figures give way to words, in milliseconds. */
const PATIENCE = 400;

/**
 * Sound or not, the longest silence, and how much of the detail is thought through. Figures that
 * are not about the process as it is now lose their colours at once and go when the answer takes long.
 */
export function Health() {
  const { report, current, problem } = useStore(useEditor().checking.state);
  const settings = useSettings();
  const detailed = useSnapshot(expectsDetail);
  const begun = useSnapshot(isJustBegun);
  const late = useLate(!current);
  if (problem !== null && !current) {
    return (
      <Tooltip label={problem}>
        <span className={styles.badge} data-tone="unchecked">
          <IconCircleDashed size={15} stroke={2} aria-hidden />
          Not checked
        </span>
      </Tooltip>
    );
  }
  if (report === null || late) {
    return (
      <span className={styles.badge} data-tone="unchecked">
        <IconProgress size={15} stroke={2} aria-hidden />
        Checking …
      </span>
    );
  }
  const { error } = report.counts;
  const tone = report.sound ? "sound" : begun ? "begun" : "faulty";
  const Icon = report.sound ? IconCircleCheck : IconAlertCircle;
  const over = isTooLong(report, settings);
  return (
    <div className={styles.health} data-stale={!current || undefined}>
      <span className={styles.badge} data-tone={tone}>
        <Icon size={15} stroke={2} aria-hidden />
        {report.sound ? "Sound" : amount(error, "error")}
      </span>
      <Tooltip label="The longest silence a deal can meet, and the longest allowed">
        <span className={styles.figure} data-over={(over && !report.sound) || undefined}>
          {silenceWords(report, settings)}
          {/* What is too long in a sound process is an exception. */}
          {over && report.sound && ", allowed"}
        </span>
      </Tooltip>
      {detailed && (
        <Tooltip label="How much of the detail of the steps is thought through">
          <span className={styles.figure}>{Math.floor(report.detail_score)} % detail</span>
        </Tooltip>
      )}
    </div>
  );
}

/** Whether something has been so for longer than a person takes for at once. */
function useLate(waiting: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!waiting) return setLate(false);
    const timer = setTimeout(() => setLate(true), PATIENCE);
    return () => clearTimeout(timer);
  }, [waiting]);
  return waiting && late;
}
