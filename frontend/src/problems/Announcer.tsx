import { useEffect, useState } from "react";
import { SEVERITIES, sayCount } from "../findings/severity";
import type { CheckState } from "../session/Checking";
import { sayOffline } from "./useOffline";

/** How long the findings have to stand still before they are read out, in milliseconds. */
const CALM_AFTER = 1_000;

/** Reads the findings out once they have settled, and only when they have changed. */
export function Announcer({ state, offline }: { state: CheckState; offline: boolean }) {
  const [said, setSaid] = useState("");
  const words = offline ? sayOffline(state) : wordsOf(state);
  useEffect(() => {
    if (words === null) return;
    const timer = setTimeout(() => setSaid(words), CALM_AFTER);
    return () => clearTimeout(timer);
  }, [words]);
  return (
    <div className="visually-hidden" aria-live="polite" aria-atomic="true">
      {said}
    </div>
  );
}

function wordsOf({ report, current, problem }: CheckState): string | null {
  if (problem !== null) return `The findings are not up to date. ${problem}`;
  if (report === null || !current) return null;
  const counts = SEVERITIES.filter((severity) => report.counts[severity] > 0).map((severity) =>
    sayCount(severity, report.counts[severity]),
  );
  const found = counts.length === 0 ? "No problems." : `${counts.join(", ")}.`;
  if (report.sound) return `The process is sound. ${found}`;
  // The first is the gravest: whoever hears it knows where to begin.
  const gravest = report.findings.find(
    ({ severity, waived }) => severity === "error" && waived === null,
  );
  return gravest === undefined ? found : `${found} ${gravest.message}`;
}
