/** The longest silence of a process in words, and whether there is anything to say of it. */
import type { Report } from "../api/types";
import { durationDays, parseDuration, sayDays, sayOfAllowed } from "../model/duration";
import type { Settings, Snapshot } from "../model/snapshot";

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
export function isTooLong(report: Report, settings: Settings): boolean {
  const limit = parseDuration(settings.max_gap);
  const longest = report.longest_gap_days;
  if (longest === null) return report.edge_silences.some(({ level }) => level === "endless");
  return limit !== null && longest > durationDays(limit, settings.days);
}

/** Whether a path leads from one contact to another, or to an end, so that silence has a length. */
export function measuresSilence(report: Report): boolean {
  return report.edge_silences.some((edge) => edge.days !== null);
}
