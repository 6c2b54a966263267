import { IconAlertCircle, IconAlertTriangle, IconInfoCircle } from "@tabler/icons-react";
import type { Finding, Severity } from "../../api/types";
import { useSnapshot } from "../../document/hooks";
import type { Snapshot } from "../../model/snapshot";
import { isJustBegun } from "../../model/snapshot";
import { useEditor } from "../../session/Editor";
import { amount } from "../../ui/amount";
import { useStore } from "../../ui/store";
import styles from "./StepNode.module.css";

const ICONS = { error: IconAlertCircle, warning: IconAlertTriangle, info: IconInfoCircle };
const WORDS: Readonly<Record<Severity, readonly [string, string]>> = {
  error: ["error", "errors"],
  warning: ["warning", "warnings"],
  info: ["hint", "hints"],
};
const SEVERITIES = ["error", "warning", "info"] as const;
const NONE: readonly Finding[] = [];

/** A step that is not joined since nothing else is there is not to blame for it. */
const isAlone = (snapshot: Snapshot) => isJustBegun(snapshot) && snapshot.steps.size === 1;

/** How many findings a step has, and how bad the worst is. */
export function FindingsBadge({ step }: { step: string }) {
  const { checking } = useEditor();
  const findings = useStore(checking.state, (state) => state.findingsOfStep.get(step) ?? NONE);
  const alone = useSnapshot(isAlone);
  const worst = SEVERITIES.find((severity) => findings.some((one) => one.severity === severity));
  if (worst === undefined || alone) return null;
  const Icon = ICONS[worst];
  // Details not thought through yet are counted only where nothing worse is.
  const counted = findings.filter((finding) => finding.severity === worst).length;
  return (
    <span className={styles.badge} data-severity={worst} role="img" aria-label={say(findings)}>
      <Icon size={13} stroke={2.25} aria-hidden />
      {counted}
    </span>
  );
}

function say(findings: readonly Finding[]): string {
  return SEVERITIES.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    const [one, many] = WORDS[severity];
    return count === 0 ? [] : [amount(count, one, many)];
  }).join(", ");
}
