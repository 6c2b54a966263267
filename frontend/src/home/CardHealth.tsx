import { IconAlertCircle, IconCircleCheck } from "@tabler/icons-react";
import type { ProcessSummary } from "../api/types";
import { sayOfAllowed } from "../model/duration";
import { amount } from "../ui/amount";
import styles from "./Home.module.css";

/** `Sound` or `3 errors`, and the longest silence as `4 of 5 days of silence`. */
export function CardHealth({ process }: { process: ProcessSummary }) {
  const { sound, errors } = process;
  const Icon = sound ? IconCircleCheck : IconAlertCircle;
  return (
    <p className={styles.health}>
      <span className={styles.badge} data-sound={sound}>
        <Icon size={14} stroke={2} aria-hidden />
        {sound ? "Sound" : amount(errors, "error")}
      </span>
      <span
        className={styles.silence}
        data-over={(isTooLong(process) && !sound) || undefined}
        title="The longest silence, and the longest allowed"
      >
        {silenceOf(process)}
        {isTooLong(process) && sound && ", allowed"}
      </span>
    </p>
  );
}

function isTooLong({ longest_gap_days: longest, max_gap_days, silence }: ProcessSummary): boolean {
  return longest === null ? silence === "endless" : longest > max_gap_days;
}

/** “4 of 5 days of silence”, or why there is no such figure, in the same words as in the editor. */
export function silenceOf(process: ProcessSummary): string {
  const { longest_gap_days: longest, max_gap_days: allowed, silence } = process;
  if (silence === "none") return "No silence to measure yet";
  if (silence === "endless") return "Silence without end";
  if (longest === null) return "Longest silence unknown";
  return `${sayOfAllowed(longest, allowed)} of silence`;
}
