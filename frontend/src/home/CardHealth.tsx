import { IconAlertCircle, IconCircleCheck } from "@tabler/icons-react";
import type { ProcessSummary } from "../api/types";
import { sayOfAllowed } from "../document/duration";
import styles from "./Home.module.css";

/** `Sound` or `3 errors`, and the longest silence as `4 of 5 days`. */
export function CardHealth({ process }: { process: ProcessSummary }) {
  const { sound, errors, longest_gap_days: longest, max_gap_days: allowed } = process;
  const Icon = sound ? IconCircleCheck : IconAlertCircle;
  return (
    <p className={styles.health}>
      <span className={styles.badge} data-sound={sound}>
        <Icon size={14} stroke={2} aria-hidden />
        {sound ? "Sound" : `${errors} ${errors === 1 ? "error" : "errors"}`}
      </span>
      <span className={styles.silence} title="The longest silence, and the longest allowed">
        {longest === null ? "Longest silence unknown" : sayOfAllowed(longest, allowed)}
      </span>
    </p>
  );
}
