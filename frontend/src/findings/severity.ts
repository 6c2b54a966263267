/** The severities in the order of their weight, in words and with their icons. */

import { IconAlertTriangle, IconCircleX, IconInfoCircle } from "@tabler/icons-react";
import type { Severity } from "../api/types";
import { amount } from "../ui/amount";

export const SEVERITIES = ["error", "warning", "info"] as const satisfies readonly Severity[];

export const SEVERITY_ICONS = {
  error: IconCircleX,
  warning: IconAlertTriangle,
  info: IconInfoCircle,
} as const satisfies Record<Severity, typeof IconCircleX>;

const WORDS = {
  error: ["error", "errors"],
  warning: ["warning", "warnings"],
  info: ["missing detail", "missing details"],
} as const satisfies Record<Severity, readonly [string, string]>;

/** A number of findings: “1 error”, “3 missing details”. */
export function sayCount(severity: Severity, count: number): string {
  const [one, many] = WORDS[severity];
  return amount(count, one, many);
}

/** The heading over findings of a severity. */
export function headingOf(severity: Severity): string {
  const many = WORDS[severity][1];
  return `${many.charAt(0).toUpperCase()}${many.slice(1)}`;
}
