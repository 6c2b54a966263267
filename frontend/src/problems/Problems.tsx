import { ActionIcon, Tooltip } from "@mantine/core";
import { IconChevronDown, IconChevronUp, IconCloudOff } from "@tabler/icons-react";
import { Suspense, useCallback, useEffect, useRef, useState } from "react";
import type { Finding, Report, Severity } from "../api/types";
import { useSnapshot } from "../document/hooks";
import { headingOf, SEVERITIES, SEVERITY_ICONS, sayCount } from "../findings/severity";
import { keepShown } from "../findings/showFinding";
import { isJustBegun } from "../model/snapshot";
import type { CheckState } from "../session/Checking";
import { useEditor } from "../session/Editor";
import { lazyAhead } from "../ui/lazyAhead";
import { useStore } from "../ui/store";
import { Announcer } from "./Announcer";
import { Begun } from "./Begun";
import { Calm } from "./Calm";
import { FindingGroup } from "./FindingGroup";
import { FixButton } from "./FixButton";
import { FindingsBody } from "./height/FindingsBody";
import { useFolded } from "./height/useFolded";
import { wishFolded } from "./height/wish";
import { MendPreview } from "./MendPreview";
import { isMendedByAll, leftToAPerson, sayLeft, whyLeft } from "./mendable";
import styles from "./Problems.module.css";
import type { Mend } from "./useMending";
import { OFFLINE_NOTE, sayOffline, useOffline } from "./useOffline";

const WhyDialog = lazyAhead(() => import("./WhyDialog"));

const ON_HOVER_AND_FOCUS = { hover: true, focus: true, touch: true };
const EVERY: ReadonlySet<Severity> = new Set(SEVERITIES);

/** The findings of the process by severity, each with what mends it. */
export function Problems() {
  const editor = useEditor();
  const state = useStore(editor.checking.state);
  const { report } = state;
  const offline = useOffline();
  const begun = useSnapshot(isJustBegun);
  useEffect(() => keepShown(editor), [editor]);
  const panel = useRef<HTMLDivElement>(null);
  const folded = useFolded(editor, panel);
  const [shown, setShown] = useState(EVERY);
  const [mend, setMend] = useState<Mend | null>(null);
  const [why, setWhy] = useState<string | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  // What was mended takes its buttons with it; the focus must not be lost with them.
  const toHeading = useCallback(() => heading.current?.focus(), []);
  const look = (next: Mend) => {
    setMend(next);
    // What it will do is said there.
    if (folded) wishFolded(false);
  };
  const Fold = folded ? IconChevronUp : IconChevronDown;
  return (
    <div
      ref={panel}
      className={styles.panel}
      data-outdated={offline || undefined}
      data-begun={begun || undefined}
    >
      <div className={styles.head}>
        <ActionIcon
          size="md"
          aria-label={folded ? "Show the problems" : "Fold the problems away"}
          aria-expanded={!folded}
          onClick={() => wishFolded(!folded)}
        >
          <Fold size={16} aria-hidden />
        </ActionIcon>
        <h2 className={styles.title} ref={heading} tabIndex={-1}>
          Problems
        </h2>
        {report !== null && <Counts report={report} shown={shown} onShow={setShown} />}
        {!offline && <Staleness state={state} />}
        {report !== null && <MendAll report={report} onMend={look} />}
      </div>
      {offline && (
        <p className={styles.offline} id={OFFLINE_NOTE}>
          <IconCloudOff size={16} stroke={1.75} aria-hidden />
          {sayOffline(state)}
        </p>
      )}
      {!folded && (
        <FindingsBody state={state}>
          {mend !== null && (
            <MendPreview
              key={JSON.stringify(mend)}
              mend={mend}
              onDone={() => {
                setMend(null);
                toHeading();
              }}
            />
          )}
          {report !== null && <Begun />}
          {report !== null && <Calm report={report} doubtful={offline && !state.current} />}
          {report !== null &&
            SEVERITIES.filter((severity) => shown.has(severity)).map((severity) => (
              <FindingGroup
                key={severity}
                heading={headingOf(severity)}
                findings={standing(report, severity)}
                onWhy={setWhy}
                onMended={toHeading}
              />
            ))}
          {report !== null && (
            <FindingGroup
              heading="Allowed, with a reason"
              findings={report.findings.filter((finding) => finding.waived !== null)}
              onWhy={setWhy}
              onMended={toHeading}
            />
          )}
        </FindingsBody>
      )}
      <Announcer state={state} offline={offline} />
      {why !== null && (
        <Suspense>
          <WhyDialog rule={why} onClose={() => setWhy(null)} />
        </Suspense>
      )}
    </div>
  );
}

interface CountsProps {
  report: Report;
  shown: ReadonlySet<Severity>;
  onShow: (shown: ReadonlySet<Severity>) => void;
}

/** How many there are of each severity; each a switch that hides them from the list. */
function Counts({ report, shown, onShow }: CountsProps) {
  const toggle = (severity: Severity) => {
    const next = new Set(shown);
    if (!next.delete(severity)) next.add(severity);
    onShow(next);
  };
  return (
    <fieldset className={styles.counts} aria-label="Show">
      {SEVERITIES.map((severity) => {
        const Icon = SEVERITY_ICONS[severity];
        return (
          <button
            key={severity}
            type="button"
            className={styles.count}
            data-severity={severity}
            data-none={report.counts[severity] === 0 || undefined}
            aria-pressed={shown.has(severity)}
            onClick={() => toggle(severity)}
          >
            <Icon size={14} stroke={2} aria-hidden />
            {sayCount(severity, report.counts[severity])}
          </button>
        );
      })}
    </fieldset>
  );
}

/** Says so when the findings are not about the process as it is now. */
function Staleness({ state }: { state: CheckState }) {
  if (state.problem !== null) {
    return <span className={styles.stale}>Not up to date: {lowered(state.problem)}</span>;
  }
  if (state.current) return null;
  return <span className={styles.checking}>Checking …</span>;
}

function MendAll({ report, onMend }: { report: Report; onMend: (mend: Mend) => void }) {
  const mendable = report.findings.filter(isMendedByAll);
  const gaps = mendable.filter((finding) => finding.rule === "gap");
  const left = leftToAPerson(report);
  return (
    <div className={styles.all}>
      {left.length > 0 && (
        <Tooltip label={whyLeft(left)} multiline maw={280} events={ON_HOVER_AND_FOCUS}>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the reason is for the keyboard too */}
          <span className={styles.left} tabIndex={0}>
            {sayLeft(left.length)}
          </span>
        </Tooltip>
      )}
      {gaps.length > 0 && (
        <FixButton size="compact-sm" onClick={() => onMend({ rule: "gap" })}>
          Fix all gaps
        </FixButton>
      )}
      {mendable.length > gaps.length && (
        <FixButton variant="default" size="compact-sm" onClick={() => onMend("all")}>
          Fix all
        </FixButton>
      )}
    </div>
  );
}

function standing(report: Report, severity: Severity): Finding[] {
  return report.findings.filter(
    (finding) => finding.severity === severity && finding.waived === null,
  );
}

function lowered(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}
