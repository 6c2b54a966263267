import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useSnapshot } from "../document/hooks";
import { typefaceLoads } from "../geometry/sizes/typeface";
import type { Snapshot } from "../model/snapshot";
import { useEditor } from "../session/Editor";
import { useStore } from "../ui/store";
import { COLUMNS, columnOf } from "./columns/columns";
import {
  CSS_WIDTH_OF_ALL,
  chosenWidths,
  cssWidth,
  widthOf,
  widthVariables,
} from "./columns/columnWidths";
import { heightOf, ONE_LINE, rowLines } from "./columns/rowHeight";
import { CellField } from "./grid/CellField";
import { HEAD, NEW } from "./grid/gridState";
import { OutlineGrid } from "./grid/OutlineGrid";
import { useGridClipboard } from "./grid/useGridClipboard";
import { pressInGrid } from "./grid/useGridKeys";
import { useGridPointer } from "./grid/useGridPointer";
import { useRowWindow } from "./grid/useRowWindow";
import styles from "./Outline.module.css";
import { OutlineHead } from "./OutlineHead";
import { OutlineRow } from "./OutlineRow";
import { RefusalList } from "./RefusalList";
import { topsOf } from "./rows/rowWindow";
import { Toolbar } from "./Toolbar";

const WHOLE = (snapshot: Snapshot) => snapshot;

/** Every step with every detail as a table that is edited as a spreadsheet is. */
export default function Outline() {
  const editor = useEditor();
  const [grid] = useState(() => new OutlineGrid(editor));
  useEffect(() => grid.start(), [grid]);
  const hint = useId();
  useGridClipboard(grid);
  const empty = useStore(grid.state, ({ rows }) => rows.length === 0);
  return (
    <div className={styles.view} data-empty={empty || undefined}>
      <Toolbar grid={grid} />
      <RefusalList grid={grid} />
      <Table grid={grid} hint={hint} />
      {empty && <NothingYet />}
      <p id={hint} className="visually-hidden">
        Arrow keys go from cell to cell. Enter or typing edits a cell, Tab goes on to the next.
        Escape, then Tab, leaves the table.
      </p>
    </div>
  );
}

/** What to do where there is no step. */
function NothingYet() {
  return (
    <div className={styles.empty}>
      <h2>No step yet</h2>
      <p>
        Type a name into the first row, paste rows from a spreadsheet, or choose a step from the
        palette at the left.
      </p>
    </div>
  );
}

function Table({ grid, hint }: { grid: OutlineGrid; hint: string }) {
  const editor = useEditor();
  const snapshot = useSnapshot(WHOLE);
  const { rows, sort, at, to, selects, editing, refusals } = useStore(grid.state);
  const selection = useStore(editor.selection);
  const root = useRef<HTMLTableElement>(null);
  const typeface = useStore(typefaceLoads);
  const widths = useStore(chosenWidths);
  const nameWidth = widthOf(widths, columnOf("name"));
  const lines = useMemo(() => {
    const measure = { width: nameWidth, typeface };
    return rows.map((id) => {
      const step = snapshot.steps.get(id);
      return step === undefined ? 1 : rowLines(snapshot, step, measure);
    });
  }, [rows, snapshot, typeface, nameWidth]);
  const tops = useMemo(() => topsOf(lines.map(heightOf)), [lines]);
  const bounds = useMemo(() => {
    const index = new Map(rows.map((id, row) => [id, row]));
    const placeOf = (row: string) => index.get(row) ?? (row === HEAD ? -1 : rows.length);
    const [first, second] = [placeOf(at.row), placeOf(to.row)];
    return { top: Math.min(first, second), bottom: Math.max(first, second), active: first };
  }, [rows, at, to]);
  const shown = useRowWindow(grid, root, tops, bounds.active);
  const refused = useMemo(() => {
    const columns = new Map<string, string>();
    for (const { step, column } of refusals) {
      columns.set(step, `${columns.get(step) ?? ""} ${column}`.trim());
    }
    return columns;
  }, [refusals]);

  // Wherever the keys have gone, the focus follows once the cell is drawn.
  useLayoutEffect(() => {
    if (!grid.wantsFocus || editing !== null) return;
    grid.wantsFocus = false;
    focusCell(root.current, at.row, at.row === NEW ? 0 : at.column);
  });

  const pointer = useGridPointer(grid);
  const left = Math.min(at.column, to.column);
  const right = Math.max(at.column, to.column);
  const newActive = at.row === NEW;
  return (
    <table
      ref={root}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: it is edited, cell by cell
      role="grid"
      aria-label="Steps"
      aria-describedby={hint}
      aria-multiselectable
      aria-rowcount={rows.length + 2}
      aria-colcount={COLUMNS.length}
      tabIndex={-1}
      className={styles.grid}
      data-selects={selects || undefined}
      style={widthVariables(widths)}
      onKeyDown={(event) => pressInGrid(event, grid, editor)}
      onFocus={(event) => {
        // Only looking at the outline selects nothing; working in it does.
        if (!grid.hasFocus) grid.select();
        grid.hasFocus = true;
        const { target } = event;
        // A dialog gives the focus back to the cell that had it; the keys may be on another by now.
        if (target === root.current || isOtherCell(target)) {
          focusCell(root.current, at.row, newActive ? 0 : at.column);
        }
      }}
      onBlur={({ relatedTarget }) => {
        if (root.current?.contains(relatedTarget)) return;
        grid.settle();
        grid.hasFocus = false;
        grid.takesTab = false;
      }}
      {...pointer}
    >
      <OutlineHead
        grid={grid}
        sort={sort}
        widths={widths}
        active={at.row === HEAD ? at.column : -1}
      />
      <tbody
        className={styles.body}
        style={{ width: CSS_WIDTH_OF_ALL, height: `${(tops.at(-1) ?? 0) + ONE_LINE}rem` }}
      >
        {shown.map((index) => {
          const id = rows[index];
          if (id === undefined) return null;
          const inBlock = selects && index >= bounds.top && index <= bounds.bottom;
          // From the heads the keys select nothing, and what was selected still is.
          const selected = selects && at.row !== HEAD ? inBlock : selection.steps.has(id);
          return (
            <OutlineRow
              key={id}
              grid={grid}
              id={id}
              index={index}
              top={tops[index] ?? 0}
              lines={lines[index] ?? 1}
              active={at.row === id ? at.column : -1}
              selected={selected}
              from={inBlock ? left : -1}
              to={inBlock ? right : -1}
              editing={editing?.cell.row === id ? editing : null}
              refused={refused.get(id) ?? ""}
            />
          );
        })}
        <tr
          aria-rowindex={rows.length + 2}
          className={styles.row}
          style={{ top: `${tops.at(-1) ?? 0}rem`, height: `${ONE_LINE}rem` }}
          data-row={NEW}
          data-active={newActive || undefined}
        >
          <th
            scope="row"
            aria-colindex={1}
            tabIndex={newActive ? 0 : -1}
            className={styles.cell}
            style={{ width: cssWidth(columnOf("name")) }}
            data-column={0}
            data-active={newActive || undefined}
            data-new
          >
            {editing?.cell.row === NEW ? (
              <CellField
                grid={grid}
                editing={editing}
                column={columnOf("name")}
                step={null}
                stored=""
              />
            ) : (
              "Type a name to add a step"
            )}
          </th>
        </tr>
      </tbody>
    </table>
  );
}

/** Gives the focus to a cell, where it is drawn. */
function focusCell(root: HTMLElement | null, row: string, column: number): void {
  const parent =
    row === HEAD ? root : root?.querySelector<HTMLElement>(`[data-row="${CSS.escape(row)}"]`);
  const selector = `${row === HEAD ? "button" : ""}[data-column="${column}"]`;
  parent?.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true });
  // In a low window the table itself may be out of view.
  root?.scrollIntoView({ block: "nearest", inline: "nearest" });
}

function isOtherCell(target: EventTarget): boolean {
  return (
    target instanceof HTMLElement &&
    target.matches("[data-row] [data-column]") &&
    target.tabIndex !== 0
  );
}
