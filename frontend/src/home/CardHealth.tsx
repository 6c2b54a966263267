import { IconAlertCircle, IconCircleCheck } from "@tabler/icons-react";
import type { ProcessSummary } from "../api/types";
import { sayOfAllowed } from "../document/duration";
import styles from "./Home.module.css";

/** `Sound` or `3 errors`, and the longest silence as `4 of 5 days`. */
export function CardHealth({ process }: { process: ProcessSummary }) {
  const { sound, errors } = process;
  const silence = silenceOf(process);
  const Icon = sound ? IconCircleCheck : IconAlertCircle;
  return (
    <p className={styles.health}>
      <span className={styles.badge} data-sound={sound}>
        <Icon size={14} stroke={2} aria-hidden />
        {sound ? "Sound" : `${errors} ${errors === 1 ? "error" : "errors"}`}
      </span>
      {silence !== null && (
        <span className={styles.silence} title="The longest silence, and the longest allowed">
          {silence}
        </span>
      )}
    </p>
  );
}

/** “4 of 5 days”; null where no stretch has been made that could be measured. */
export function silenceOf(process: ProcessSummary): string | null {
  const { longest_gap_days: longest, max_gap_days: allowed, sound, steps } = process;
  if (steps < 2) return "No silence to measure yet";
  if (longest === null) return "Longest silence unknown";
  // Not a way from contact to contact yet, rather than waits of no length at all.
  if (longest === 0 && !sound) return null;
  return sayOfAllowed(longest, allowed);
}
