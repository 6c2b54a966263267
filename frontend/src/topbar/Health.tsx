import { Tooltip } from "@mantine/core";
import { IconAlertCircle, IconCircleCheck, IconProgress } from "@tabler/icons-react";
import type { Report } from "../api/types";
import { durationDays, parseDuration, sayDays } from "../document/duration";
import { useSettings } from "../document/hooks";
import type { Settings } from "../document/model";
import { useEditor } from "../editor/Editor";
import { useStore } from "../state/store";
import styles from "./TopBar.module.css";

/** Sound or not, the longest silence, and how much of the detail is thought through. */
export function Health() {
  const { report, current } = useStore(useEditor().checking.state);
  const settings = useSettings();
  if (report === null) return <span className={styles.soft}>Checking …</span>;
  const { error } = report.counts;
  const words = report.sound ? "Sound" : `${error} ${error === 1 ? "error" : "errors"}`;
  const Icon = !current ? IconProgress : report.sound ? IconCircleCheck : IconAlertCircle;
  return (
    <div className={styles.health} data-stale={!current || undefined}>
      <span className={styles.badge} data-sound={report.sound}>
        <Icon size={15} stroke={2} aria-hidden />
        {words}
      </span>
      <Tooltip label="The longest silence a deal can meet, and the longest allowed">
        <span className={styles.figure}>{silenceWords(report, settings)}</span>
      </Tooltip>
      <Tooltip label="How much of the detail of the steps is thought through">
        <span className={styles.figure}>{Math.round(report.detail_score)} % detail</span>
      </Tooltip>
    </div>
  );
}

/** “4 of 5 days”; what is not known is not called known. */
export function silenceWords(report: Report, settings: Settings): string {
  const limit = parseDuration(settings.max_gap);
  const allowed = limit === null ? null : durationDays(limit, settings.days);
  const longest = report.longest_gap_days;
  if (longest === null) {
    const endless = report.edge_silences.some((edge) => edge.level === "endless");
    return endless ? "Silence without end" : "Silence not known yet";
  }
  if (allowed === null) return sayDays(longest);
  const plain = (days: number) => String(Math.round(days * 100) / 100);
  return `${plain(longest)} of ${plain(allowed)} ${allowed === 1 ? "day" : "days"}`;
}
