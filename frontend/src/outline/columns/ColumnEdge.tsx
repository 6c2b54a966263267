import { type PointerEvent, useRef } from "react";
import styles from "../Outline.module.css";
import type { Column } from "./columns";
import { allowedWidth, limitsOf, previewWidth, rem, setWidth } from "./columnWidths";

interface ColumnEdgeProps {
  column: Column;
  /** In rem. */
  width: number;
  onFit: () => void;
}

interface Drag {
  readonly table: HTMLElement;
  readonly from: number;
  /** In rem, where it stands now. */
  width: number;
}

/** The right edge of a head: dragging it makes the column wider, a double-click fits it. */
export function ColumnEdge({ column, width, onFit }: ColumnEdgeProps) {
  const drag = useRef<Drag | null>(null);
  const [least, most] = limitsOf(column);
  const start = (event: PointerEvent<HTMLElement>) => {
    const table = event.currentTarget.closest("table");
    if (event.button !== 0 || table === null) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { table, from: event.clientX, width };
  };
  const move = ({ clientX }: PointerEvent) => {
    if (drag.current === null) return;
    const { table, from } = drag.current;
    const wider = allowedWidth(column, width + (clientX - from) / rem());
    drag.current.width = wider;
    previewWidth(table, column, wider);
  };
  const end = () => {
    if (drag.current === null) return;
    // A click, as each half of a double-click is, settles on nothing.
    if (drag.current.width !== width) setWidth(column, drag.current.width);
    drag.current = null;
  };
  const cancel = () => {
    if (drag.current !== null) previewWidth(drag.current.table, column, width);
    drag.current = null;
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that is moved is no thematic break
    <div
      className={styles.edge}
      role="separator"
      aria-orientation="vertical"
      aria-label={`Width of ${column.title}`}
      aria-valuemin={pixels(least)}
      aria-valuemax={pixels(most)}
      aria-valuenow={pixels(width)}
      tabIndex={-1}
      title="Drag to make the column wider or narrower; double-click to fit it"
      // The keys stay where they are: a wider column is no other place in the table.
      onMouseDown={(event) => event.preventDefault()}
      onPointerDown={start}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={cancel}
      onDoubleClick={onFit}
    />
  );
}

/** As a person counts who knows no rem. */
function pixels(width: number): number {
  return Math.round(width * rem());
}
