import { Tooltip } from "@mantine/core";
import {
  IconAlertCircle,
  IconCircleCheck,
  IconCircleDashed,
  IconProgress,
} from "@tabler/icons-react";
import { useEffect, useState } from "react";
import type { Report } from "../../api/types";
import { useSettings, useSnapshot } from "../../document/hooks";
import { isJustBegun } from "../../model/begun";
import { durationDays, parseDuration, sayDays, sayOfAllowed } from "../../model/duration";
import type { Settings, Snapshot } from "../../model/snapshot";
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

/** Whether any step is one to think through: a start and an end are moments, not work. */
export function expectsDetail({ steps }: Snapshot): boolean {
  for (const { kind } of steps.values()) if (kind !== "start" && kind !== "end") return true;
  return false;
}

/** “4 of 5 days”; what is not known is not called known. */
export function silenceWords(report: Report, settings: Settings): string {
  const limit = parseDuration(settings.max_gap);
  const longest = report.longest_gap_days;
  if (longest === null) {
    const endless = report.edge_silences.some((edge) => edge.level === "endless");
    return endless ? "Silence without end" : "Longest silence unknown";
  }
  if (!measuresSilence(report)) return "No silence to measure yet";
  if (limit === null) return sayDays(longest);
  return sayOfAllowed(longest, durationDays(limit, settings.days));
}

/** Whether the longest silence is longer than allowed, as far as it is known. */
function isTooLong(report: Report, settings: Settings): boolean {
  const limit = parseDuration(settings.max_gap);
  const longest = report.longest_gap_days;
  if (longest === null) return report.edge_silences.some(({ level }) => level === "endless");
  return limit !== null && longest > durationDays(limit, settings.days);
}

/** Whether a way leads from one contact to another, or to an end, so that silence has a length. */
export function measuresSilence(report: Report): boolean {
  return report.edge_silences.some((edge) => edge.days !== null);
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
