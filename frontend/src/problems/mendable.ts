/** What *Fix all* mends by itself, and what it leaves to a person. */

import type { Finding, Report } from "../api/types";
import { amount } from "../ui/amount";

/** Whether *Fix all* has something to do about a finding. */
export function isMendedByAll(finding: Finding): boolean {
  return finding.fixes.some((fix) => fix.by_all);
}

/** The errors that stay whatever *Fix all* does. */
export function leftToAPerson(report: Report): Finding[] {
  return report.findings.filter(
    (finding) => finding.severity === "error" && finding.waived === null && !isMendedByAll(finding),
  );
}

/** “1 error needs your decision”. */
export function sayLeft(count: number): string {
  return `${amount(count, "error")} ${count === 1 ? "needs" : "need"} your decision`;
}

/** Why an error is left: what a person can do that *Fix all* may not. */
export function whyLeft(left: readonly Finding[]): string {
  const choosable = left.filter((finding) => finding.fixes.length > 0).length;
  if (choosable === left.length) {
    return "Its fix takes something away or guesses where deals go: look at it and choose.";
  }
  if (choosable === 0) return "No fix is certain to be what you mean: mend it in the chart.";
  return "Some have a fix to look at and choose; the others are mended in the chart.";
}
