import { IconCircleCheck } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import type { Report } from "../api/types";
import { useSnapshot } from "../document/hooks";
import { expectsDetail, measuresSilence } from "../findings/silence";
import { sayDays } from "../model/duration";
import { amount } from "../ui/amount";
import styles from "./Problems.module.css";

interface CalmProps {
  report: Report;
  /** Whether the process has changed since, and nobody knows what that has done. */
  doubtful: boolean;
}

/** What a sound process deserves to hear. */
export function Calm({ report, doubtful }: CalmProps) {
  const detailed = useSnapshot(expectsDetail);
  const sentence = useRef<HTMLParagraphElement>(null);
  const isSaid = report.sound && !doubtful;
  useEffect(() => {
    // Who mended the last error far down the list reads it too.
    if (isSaid) sentence.current?.scrollIntoView({ block: "nearest" });
  }, [isSaid]);
  if (!isSaid) return null;
  const longest = report.longest_gap_days;
  const { warning, info } = report.counts;
  const waived = report.findings.filter((finding) => finding.waived !== null).length;
  const exceptions = waived === 0 ? "" : `, with ${amount(waived, "exception")} allowed`;
  const silence =
    longest === null || !measuresSilence(report)
      ? ""
      : ` No deal goes longer than ${sayDays(longest)} without hearing from us.`;
  const thoughtThrough = detailed ? " Every detail is thought through." : "";
  const rest = warning + info === 0 ? thoughtThrough : " What is left below is advice.";
  return (
    <p ref={sentence} className={styles.calm}>
      <IconCircleCheck size={18} stroke={1.75} aria-hidden />
      <span>
        <strong>This process is sound{exceptions}.</strong>
        {silence}
        {rest}
      </span>
    </p>
  );
}
