/** The keys of the outline while nothing is being typed in it: those of a spreadsheet. */
import type { KeyboardEvent } from "react";
import { flushSync } from "react-dom";
import { addAfter } from "../../editing/adding";
import { deleteSelected } from "../../editing/deleting";
import type { Editor } from "../../session/Editor";
import { selectSteps } from "../../session/select";
import { say } from "../../ui/notices/notices";
import { clearCells } from "../cells/clearing";
import { COLUMNS } from "../columns/columns";
import { HEAD, NEW } from "./gridState";
import type { OutlineGrid } from "./OutlineGrid";
import { showInChart } from "./showInChart";

/** Does what a key means; what it does not know is left to the rest of the screen. */
export function pressInGrid(event: KeyboardEvent, grid: OutlineGrid, editor: Editor): void {
  if (grid.state.get().editing !== null || event.nativeEvent.isComposing) return;
  const { key, shiftKey, altKey } = event;
  const far = event.ctrlKey || event.metaKey;
  // A command is about the step that has the keys, however quickly they came there.
  if (far) grid.settle();
  if (!handle()) {
    // Letters are text here, whatever command they are on the canvas.
    if (!far && !altKey && key !== "Tab") event.stopPropagation();
    return;
  }
  event.preventDefault();
  event.stopPropagation();
  if (key !== "Escape") grid.takesTab = true;

  function handle(): boolean {
    if (altKey) return false;
    if (grid.move(key, { far, extend: shiftKey })) return true;
    const { at } = grid.state.get();
    switch (key) {
      case "Tab":
        if (!grid.takesTab) return false;
        if (grid.tab(shiftKey)) return true;
        grid.takesTab = false;
        return false;
      case "Escape":
        return letGo(grid);
      case "Enter":
        if (far) return addBelow(grid, editor);
        if (shiftKey) return grid.move("ArrowUp", { far: false, extend: false });
        return open(grid, editor);
      case "F2":
        return open(grid, editor);
      case " ":
        return at.row === HEAD ? open(grid, editor) : selectByKey(grid, far, shiftKey);
      case "Delete":
      case "Backspace":
        return empty(grid, editor);
    }
    if (far && key.toLowerCase() === "a") return selectAll(grid);
    if (far || [...key].length !== 1) return startsTyping(key) && begin(grid);
    // The letter itself is typed by the browser, into the field that is there by then.
    begin(grid);
    return false;
  }
}

/** Keys that begin a letter which comes in several presses. */
function startsTyping(key: string): boolean {
  return key === "Process" || key === "Dead";
}

function begin(grid: OutlineGrid): false {
  flushSync(() => grid.edit("replace"));
  return false;
}

function letGo(grid: OutlineGrid): boolean {
  grid.takesTab = false;
  const { at, to } = grid.state.get();
  if (at !== to) grid.go(at);
  return true;
}

function open(grid: OutlineGrid, editor: Editor): boolean {
  const { at } = grid.state.get();
  const column = COLUMNS[at.column];
  if (at.row === HEAD) {
    if (column !== undefined) grid.sortBy(column.key);
  } else if (column?.readOnly && at.row !== NEW) showInChart(editor, at.row);
  else grid.edit("edit");
  return true;
}

function selectByKey(grid: OutlineGrid, column: boolean, row: boolean): boolean {
  const { top, bottom, left, right } = grid.bounds();
  const { rows } = grid.state.get();
  if (!row && !column) {
    grid.edit("edit");
    return true;
  }
  if (top < 0 || top >= rows.length) return true;
  grid.selectBlock(
    { row: column ? 0 : top, column: row ? 0 : left },
    { row: column ? rows.length - 1 : bottom, column: row ? COLUMNS.length - 1 : right },
  );
  return true;
}

function selectAll(grid: OutlineGrid): boolean {
  const last = { row: grid.state.get().rows.length - 1, column: COLUMNS.length - 1 };
  if (last.row >= 0) grid.selectBlock({ row: 0, column: 0 }, last);
  return true;
}

/** Takes whole rows away with their steps; of other blocks only what the cells hold. */
function empty(grid: OutlineGrid, editor: Editor): boolean {
  const rows = grid.selectedRows();
  if (rows.length === 0) return true;
  if (grid.wholeRows()) {
    deleteRows(grid, editor);
    return true;
  }
  const why = clearCells(editor.document, rows, grid.bounds());
  if (why !== null) say(why);
  return true;
}

/** Deletes the steps of the selected rows; the keys are then where the first of them was. */
export function deleteRows(grid: OutlineGrid, editor: Editor): void {
  grid.leave?.();
  const { top, left } = grid.bounds();
  selectSteps(editor, grid.selectedRows());
  deleteSelected(editor);
  grid.go(grid.cellAt({ row: Math.max(top, 0), column: left }));
}

/** Adds a step after the one that is selected, else at the end, its name ready to be typed. */
export function addBelow(grid: OutlineGrid, editor: Editor): boolean {
  grid.leave?.();
  const { at, rows, selects } = grid.state.get();
  if (!selects || at.row === HEAD || at.row === NEW || !rows.includes(at.row)) {
    grid.go({ row: NEW, column: 0 });
    grid.edit("edit");
  } else addAfter(editor, at.row, { kind: "contact" });
  return true;
}
