import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { type KeyboardEvent, memo } from "react";
import { useEditor } from "../session/Editor";
import { ColumnEdge } from "./columns/ColumnEdge";
import { COLUMNS, type Column } from "./columns/columns";
import { cssWidth, setWidth, type Widths, widthOf } from "./columns/columnWidths";
import type { OutlineGrid } from "./grid/OutlineGrid";
import styles from "./Outline.module.css";
import { fittingWidth } from "./rows/fittingWidth";
import type { Sort } from "./rows/rowOrder";

/** How much wider or narrower a key makes a column, in rem. */
const KEY_STEP = 1;

interface OutlineHeadProps {
  grid: OutlineGrid;
  sort: Sort;
  widths: Widths;
  /** The column whose head has the keys, -1 for none. */
  active: number;
}

/** The heads of the columns; each sorts the rows, and its right edge sets its width. */
export const OutlineHead = memo(function OutlineHead(props: OutlineHeadProps) {
  const { grid, sort, widths, active } = props;
  const { document } = useEditor();
  const toFit = (column: Column) => setWidth(column, fittingWidth(document.snapshot, column));
  const press = (event: KeyboardEvent, column: Column) => {
    // Without Alt the arrows go from head to head, but for whoever has come to an edge itself.
    const onEdge = event.target instanceof Element && event.target.role === "separator";
    if (!event.altKey && !onEdge) return;
    const by = { ArrowLeft: -KEY_STEP, ArrowRight: KEY_STEP }[event.key];
    if (by !== undefined) setWidth(column, widthOf(widths, column) + by);
    else if (event.key === "Enter") toFit(column);
    else return;
    // Alt and an arrow would lead to another page.
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <thead className={styles.head}>
      <tr aria-rowindex={1}>
        {COLUMNS.map((column, at) => {
          const { key, title } = column;
          const sorted = sort?.column === key;
          const order = sort?.down ? "descending" : "ascending";
          const Icon = sort?.down ? IconArrowDown : IconArrowUp;
          return (
            <th
              key={key}
              scope="col"
              // Every cell is read out with it, and its edge is no part of what it is called.
              aria-label={title}
              aria-colindex={at + 1}
              aria-sort={sorted ? order : "none"}
              className={styles.headCell}
              style={{ width: cssWidth(column) }}
              onKeyDown={(event) => press(event, column)}
            >
              <button
                type="button"
                tabIndex={at === active ? 0 : -1}
                className={styles.sort}
                aria-keyshortcuts="Alt+ArrowLeft Alt+ArrowRight Alt+Enter"
                data-column={at}
                data-sorted={sorted || undefined}
                title={`Sort by ${title.toLowerCase()}`}
                onClick={() => grid.sortBy(key)}
              >
                <span>{title}</span>
                {sorted && <Icon size={14} stroke={2} aria-hidden />}
              </button>
              <ColumnEdge
                column={column}
                width={widthOf(widths, column)}
                onFit={() => toFit(column)}
              />
            </th>
          );
        })}
      </tr>
    </thead>
  );
});
