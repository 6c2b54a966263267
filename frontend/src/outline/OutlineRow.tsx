import { IconAlertTriangle, IconCircleX, IconInfoCircle } from "@tabler/icons-react";
import { memo, type ReactNode, useCallback } from "react";
import type { Finding } from "../api/types";
import { useSnapshot, useStep } from "../document/hooks";
import { SEVERITIES, sayCount } from "../findings/severity";
import type { Snapshot, Step } from "../model/snapshot";
import type { CheckState } from "../session/Checking";
import { useEditor } from "../session/Editor";
import { stepIcon } from "../theme/icons";
import { lookOf } from "../theme/look";
import { useStore } from "../ui/store";
import { cellText } from "./cells/cellText";
import { COLUMNS, type Column, type ColumnKey } from "./columns/columns";
import { cssWidth } from "./columns/columnWidths";
import { heightOf } from "./columns/rowHeight";
import { CellField } from "./grid/CellField";
import type { Editing } from "./grid/gridState";
import type { OutlineGrid } from "./grid/OutlineGrid";
import { showInChart } from "./grid/showInChart";
import styles from "./Outline.module.css";

interface OutlineRowProps {
  grid: OutlineGrid;
  id: string;
  /** From the top, the first being 0. */
  index: number;
  /** In rem. */
  top: number;
  /** How many lines there is room for. */
  lines: number;
  /** The column that has the keys, -1 for none. */
  active: number;
  /** Whether its step is selected, here or elsewhere. */
  selected: boolean;
  /** The selected columns, from and to; both -1 for none. */
  from: number;
  to: number;
  editing: Editing | null;
  /** The columns whose cells did not take what was pasted, by a space. */
  refused: string;
}

/** One step: a cell for each of its details. */
export const OutlineRow = memo(function OutlineRow(props: OutlineRowProps) {
  const { grid, id, index, top, lines, active, selected, from, to, editing, refused } = props;
  const step = useStep(id);
  const texts = useSnapshot(
    useCallback((snapshot: Snapshot) => textsOf(snapshot, id), [id]),
    sameTexts,
  );
  if (step === undefined) return null;
  return (
    <tr
      aria-rowindex={index + 2}
      className={styles.row}
      style={{ top: `${top}rem`, height: `${heightOf(lines)}rem`, "--lines": lines } as object}
      data-row={id}
      data-look={lookOf(step)}
      data-several={lines > 1 || undefined}
      data-selected={selected || undefined}
      data-active={active >= 0 || undefined}
    >
      {COLUMNS.map((column, at) => {
        const text = texts[at] ?? "";
        const isRefused = refused !== "" && refused.split(" ").includes(column.key);
        const Part = at === 0 ? "th" : "td";
        return (
          <Part
            key={column.key}
            scope={at === 0 ? "row" : undefined}
            aria-colindex={at + 1}
            aria-selected={at >= from && at <= to && from >= 0}
            aria-readonly={column.readOnly}
            aria-invalid={isRefused || undefined}
            tabIndex={at === active ? 0 : -1}
            className={styles.cell}
            style={{ width: cssWidth(column) }}
            data-column={at}
            data-active={at === active || undefined}
            data-void={isVoid(step, column.key) || undefined}
          >
            {editing !== null && editing.cell.column === at ? (
              <CellField grid={grid} editing={editing} column={column} step={step} stored={text} />
            ) : (
              <CellContent
                step={step}
                column={column}
                text={text}
                lines={at === active ? Number.POSITIVE_INFINITY : lines}
              />
            )}
          </Part>
        );
      })}
    </tr>
  );
});

interface CellContentProps {
  step: Step;
  column: Column;
  text: string;
  /** How many lines may be shown. */
  lines: number;
}

function CellContent({ step, column, text, lines }: CellContentProps) {
  if (column.key === "name") {
    const Icon = stepIcon(step);
    return (
      <div className={styles.content} data-name>
        <Icon size={16} stroke={1.75} aria-hidden />
        <span className={styles.words}>{text}</span>
      </div>
    );
  }
  if (column.key === "problems") return <ProblemWords id={step.id} />;
  if (text === "") return null;
  return (
    <div className={styles.content} data-text={column.text}>
      {column.text === "edges" ? (
        <Lines lines={linesOfEdges(text, column, lines)}>{(line) => line || "–"}</Lines>
      ) : column.text === "lines" ? (
        <span className={styles.words}>
          <Lines lines={text.split("\n")}>{(line) => line}</Lines>
        </span>
      ) : (
        <span className={styles.words}>{text}</span>
      )}
    </div>
  );
}

/** What is said of each next step; of those that there is no room for, how many they are. */
function linesOfEdges(text: string, column: Column, room: number): readonly string[] {
  const entries = text.split("\n");
  if (entries.length <= room) return entries;
  const more = entries.length - (room - 1);
  return [...entries.slice(0, room - 1), column.key === "next" ? `${more} more …` : "…"];
}

interface LinesProps {
  lines: readonly string[];
  children: (line: string) => ReactNode;
}

function Lines({ lines, children }: LinesProps) {
  return lines.map((line, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
    <span key={at} className={styles.line}>
      {children(line)}
    </span>
  ));
}

const SEVERITY_ICON = {
  error: IconCircleX,
  warning: IconAlertTriangle,
  info: IconInfoCircle,
} as const;

/** How many problems a step has, the worst of them first, in words. */
function ProblemWords({ id }: { id: string }) {
  const editor = useEditor();
  const worst = useStore(
    editor.checking.state,
    useCallback((state: CheckState) => worstOf(state.findingsOfStep.get(id) ?? []), [id]),
  );
  if (worst === "") return null;
  const [severity, count] = worst.split(" ");
  const known = SEVERITIES.find((candidate) => candidate === severity) ?? "info";
  const Icon = SEVERITY_ICON[known];
  const words = known === "info" ? `${count} to add` : sayCount(known, Number(count));
  return (
    <div className={styles.content}>
      <button
        type="button"
        tabIndex={-1}
        className={styles.problems}
        data-severity={known}
        title="Show in the chart"
        onClick={() => showInChart(editor, id)}
      >
        <Icon size={14} stroke={2} aria-hidden />
        {words}
      </button>
    </div>
  );
}

/** The worst severity and how many there are of it; empty where there is nothing to say. */
function worstOf(findings: readonly Finding[]): string {
  for (const severity of SEVERITIES) {
    const count = findings.filter((finding) => finding.severity === severity).length;
    if (count > 0) return `${severity} ${count}`;
  }
  return "";
}

/** Whether a step of this kind has no such detail. */
function isVoid(step: Step, column: ColumnKey): boolean {
  return (
    (column === "channel" && step.kind !== "contact") ||
    (column === "outcome" && step.kind !== "end")
  );
}

const NO_TEXTS: readonly string[] = [];

function textsOf(snapshot: Snapshot, id: string): readonly string[] {
  const step = snapshot.steps.get(id);
  return step === undefined ? NO_TEXTS : COLUMNS.map(({ key }) => cellText(snapshot, step, key));
}

function sameTexts(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, at) => text === b[at]);
}
