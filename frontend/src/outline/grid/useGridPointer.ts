/** The mouse in the outline: a click goes to a cell, dragging selects a block, a double click types. */
import { type PointerEvent, useRef } from "react";
import { COLUMNS } from "../columns/columns";
import { type Cell, NEW } from "./gridState";
import type { OutlineGrid } from "./OutlineGrid";

interface PointerHandlers {
  onPointerDown(event: PointerEvent): void;
  onPointerMove(event: PointerEvent): void;
  onPointerUp(event: PointerEvent): void;
  onDoubleClick(event: { target: EventTarget }): void;
}

export function useGridPointer(grid: OutlineGrid): PointerHandlers {
  const dragging = useRef(false);
  return {
    onPointerDown(event) {
      const cell = cellUnder(event.target);
      if (cell === null || event.button !== 0 || inField(event.target)) return;
      grid.takesTab = true;
      grid.go(cell, { extend: event.shiftKey && cell.row !== NEW });
      dragging.current = cell.row !== NEW && event.pointerType === "mouse";
    },
    onPointerMove(event) {
      if (!dragging.current || event.buttons !== 1) {
        dragging.current = false;
        return;
      }
      const cell = cellUnder(document.elementFromPoint(event.clientX, event.clientY));
      const { to } = grid.state.get();
      if (cell === null || cell.row === NEW) return;
      if (cell.row !== to.row || cell.column !== to.column) grid.go(cell, { extend: true });
    },
    onPointerUp() {
      dragging.current = false;
    },
    onDoubleClick({ target }) {
      const cell = cellUnder(target);
      if (cell === null || inField(target)) return;
      if (cell.row === NEW || !COLUMNS[cell.column]?.readOnly) grid.edit("edit");
    },
  };
}

function inField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("[data-field], button, a") !== null;
}

function cellUnder(target: EventTarget | null): Cell | null {
  if (!(target instanceof Element)) return null;
  const cell = target.closest<HTMLElement>("[data-column]");
  const row = cell?.closest<HTMLElement>("[data-row]")?.dataset.row;
  if (cell === null || row === undefined) return null;
  return { row, column: Number(cell.dataset.column) };
}
