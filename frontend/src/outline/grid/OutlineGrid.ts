/** The outline as a spreadsheet: its rows, which cells are selected, and what is being typed. */
import type { Editor, Typing } from "../../session/Editor";
import { selectNothing, selectSteps } from "../../session/select";
import { createStore } from "../../ui/store";
import { type Block, type Bounds, boundsOf, type Extent, moved, type Place } from "../cells/block";
import type { Refusal } from "../cells/refusals";
import { COLUMNS, type ColumnKey, columnIndex } from "../columns/columns";
import { countsOf, nextSort, rowOrder, type Sort } from "../rows/rowOrder";
import { type Cell, type Direction, type Editing, type GridState, HEAD, NEW } from "./gridState";
import { nextOnTab } from "./tabOrder";

/**
 * How long the keys rest on a row before its step is selected, in milliseconds: who goes through
 * many rows need not wait for the details of each to be drawn.
 */
const REST = 50;

export class OutlineGrid {
  readonly state;
  /** Ends what is being typed, kept where it fits; set by the field while there is one. */
  leave: (() => void) | null = null;
  /** Whether Tab goes through the cells; Escape gives it back to the page. */
  takesTab = false;
  /** Whether the cell with the keys is to get the focus once it is drawn. */
  wantsFocus: boolean;
  /** Whether the view is to stay where it is, as when a whole row or everything is selected. */
  staysInView = false;
  /** The rows that are to come into view together, as those that were just pasted. */
  toShow: readonly string[] = [];
  /** Whether the focus is somewhere in the table. */
  hasFocus = false;
  /** How many rows a page is, as the view has it. */
  page = 10;
  private readonly stops: (() => void)[] = [];
  /** The column in which a run of Tab began; Enter goes on below it. */
  private tabbedFrom: number | null = null;
  private selecting = false;
  private toSelect: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly editor: Editor) {
    this.wantsFocus = editor.outlineAsked.get() || isFocusFree();
    const rows = this.ordered(null);
    const { steps } = editor.selection.get();
    const [selected] = steps;
    const first = selected ?? rows[0] ?? NEW;
    const at = { row: first, column: 0 };
    this.state = createStore<GridState>({
      rows,
      sort: null,
      at,
      to: at,
      selects: steps.size === 1,
      editing: null,
      refusals: [],
    });
  }

  /** Follows the document, the findings and the selection. Gives the way to stop. */
  start(): () => void {
    this.editor.outlineAsked.set(false);
    const { document, checking, selection, typing, undone } = this.editor;
    const leave = () => this.leave?.();
    addEventListener("pagehide", leave);
    // What a paste left as it was is no news once the paste is taken back.
    const forget = () => {
      if (this.state.get().editing === null) this.setRefusals([]);
    };
    document.undoManager.on("stack-item-popped", forget);
    this.stops.push(
      document.store.subscribe(() => this.refresh()),
      checking.state.subscribe(
        () => this.state.get().sort?.column === "problems" && this.refresh(),
      ),
      selection.subscribe(() => this.followSelection()),
      typing.subscribe(() => this.followTyping(typing.get())),
      undone.subscribe(() => this.followUndo(undone.get())),
      () => removeEventListener("pagehide", leave),
      () => document.undoManager.off("stack-item-popped", forget),
    );
    this.refresh();
    this.followTyping(typing.get());
    return () => {
      this.settle();
      for (const stop of this.stops.splice(0)) stop();
    };
  }

  // --- where the keys are ---

  /** The place of a cell; the row is -1 for the heads, and the last for the empty row. */
  placeOf({ row, column }: Cell): Place {
    const { rows } = this.state.get();
    if (row === HEAD) return { row: -1, column };
    return { row: row === NEW ? rows.length : Math.max(rows.indexOf(row), 0), column };
  }

  cellAt({ row, column }: Place): Cell {
    const { rows } = this.state.get();
    return { row: row < 0 ? HEAD : (rows[row] ?? NEW), column };
  }

  block(): Block {
    const { at, to } = this.state.get();
    return { from: this.placeOf(at), to: this.placeOf(to) };
  }

  bounds(): Bounds {
    return boundsOf(this.block());
  }

  /** The steps of the selected rows; none where the heads or the empty row are. */
  selectedRows(): readonly string[] {
    const { top, bottom } = this.bounds();
    return this.state.get().rows.slice(Math.max(top, 0), bottom + 1);
  }

  /** Whether whole rows are selected, so that a key means the steps and not their cells. */
  wholeRows(): boolean {
    const { left, right } = this.bounds();
    return left === 0 && right === COLUMNS.length - 1 && this.selectedRows().length > 0;
  }

  /** Puts the keys on a cell; `extend` selects everything from where they were. */
  go(cell: Cell, { extend = false } = {}): void {
    this.leave?.();
    this.tabbedFrom = null;
    this.put(cell, extend);
  }

  /** Selects from one cell to another, however much of it is in view. */
  selectBlock(from: Place, to: Place): void {
    this.staysInView = true;
    this.wantsFocus = this.hasFocus;
    this.state.set((state) => ({ ...state, at: this.cellAt(from), to: this.cellAt(to) }));
    this.select();
  }

  /** Brings rows into view, as far as there is room below the first of them. */
  show(rows: readonly string[]): void {
    this.staysInView = false;
    this.toShow = rows;
  }

  /** Moves by a key; false where the key is none that moves. */
  move(key: string, { far, extend }: { far: boolean; extend: boolean }): boolean {
    const { at, to } = this.state.get();
    const from = this.placeOf(extend ? to : at);
    if (from.row < 0) return this.moveInHead(from, key, far);
    const place = moved(from, key, far, this.extent(extend));
    if (place === null) return false;
    const toHead = key === "ArrowUp" && !far && !extend && from.row === 0;
    this.go(toHead ? { row: HEAD, column: from.column } : this.cellAt(place), { extend });
    return true;
  }

  /** Goes on to the next or previous cell; false at the end of the table, where Tab leads out. */
  tab(back: boolean): boolean {
    const from = this.state.get().at;
    const place = this.placeOf(from);
    const began = this.tabbedFrom ?? place.column;
    const next = nextOnTab(place, back, this.state.get().rows.length);
    if (next === null) return false;
    this.go(this.cellAt(next));
    this.tabbedFrom = next.row === place.row ? began : 0;
    return true;
  }

  // --- typing ---

  edit(how: Editing["how"], text?: string): void {
    const { at } = this.state.get();
    if (at.row === HEAD) return;
    const cell = { row: at.row, column: at.row === NEW ? 0 : at.column };
    if (cell.row !== NEW && COLUMNS[cell.column]?.readOnly) return;
    const editing = { cell, how, ...(text === undefined ? {} : { text }) };
    this.state.set((state) => ({ ...state, at: cell, to: cell, editing }));
  }

  /** Opens a cell with what it did not take, ready to be mended. */
  mend({ step, column, text }: Refusal): void {
    this.go({ row: step, column: columnIndex(column) });
    if (this.state.get().at.row === step) this.edit("edit", text);
  }

  /**
   * Ends the typing and leads on from the cell. `kept` is whether the cell took it, so that what a
   * paste could not put there is done with; `added` is the step that typing has made.
   */
  finish(direction: Direction, { kept, added }: { kept: boolean; added?: string }): void {
    const { editing, refusals, rows } = this.state.get();
    if (editing === null) return;
    this.leave = null;
    const { row, column } = editing.cell;
    const key = COLUMNS[column]?.key;
    const began = this.tabbedFrom;
    // The neighbour is the one that was there while somebody typed, however the rows are sorted.
    const neighbour = rows[rows.indexOf(row) + (direction === "up" ? -1 : 1)];
    this.state.set((state) => ({
      ...state,
      editing: null,
      refusals: refusals.filter((one) => !kept || one.step !== row || one.column !== key),
    }));
    this.refresh();
    this.wantsFocus = direction !== "none" || this.hasFocus;
    if (direction === "none" || (editing.stays && direction === "down")) return;
    if (direction === "left" || direction === "right") {
      if (added !== undefined) this.put({ row: added, column: 0 }, false);
      this.tabbedFrom = began;
      this.tab(direction === "left");
    } else if (row !== NEW) {
      const end = direction === "down" ? NEW : row;
      this.put({ row: neighbour ?? end, column: began ?? column }, false);
      this.tabbedFrom = null;
    }
  }

  setRefusals(refusals: readonly Refusal[]): void {
    this.state.set((state) => ({ ...state, refusals }));
  }

  // --- order ---

  sortBy(column: ColumnKey): void {
    this.setSort(nextSort(this.state.get().sort, column));
  }

  setSort(sort: Sort): void {
    this.leave?.();
    this.state.set((state) => ({ ...state, sort }));
    this.refresh();
  }

  // --- following what happens elsewhere ---

  private ordered(sort: Sort): readonly string[] {
    return rowOrder(
      this.editor.document.snapshot,
      sort,
      countsOf(this.editor.checking.state.get()),
    );
  }

  /** Brings the rows up to date; while somebody types they keep their places. */
  private refresh(): void {
    const { rows, sort, editing, at, to } = this.state.get();
    const ordered = this.ordered(sort);
    const next = editing === null ? ordered : inPlace(rows, ordered);
    if (sameList(rows, next)) return;
    const standing = (cell: Cell): Cell => {
      if (cell.row === HEAD || cell.row === NEW || next.includes(cell.row)) return cell;
      // The row is gone: the keys are on the one that stands there now.
      const place = Math.min(Math.max(rows.indexOf(cell.row), 0), next.length - 1);
      return { ...cell, row: next[place] ?? NEW };
    };
    const [nowAt, nowTo] = [standing(at), standing(to)];
    const gone = editing !== null && editing.cell.row !== NEW && !next.includes(editing.cell.row);
    this.state.set((state) => ({
      ...state,
      rows: next,
      at: nowAt,
      to: nowTo,
      editing: gone ? null : state.editing,
    }));
    if (nowAt !== at) this.select();
  }

  /** Selects at once what is to be selected in a moment, as before something is done with it. */
  settle(): void {
    if (this.toSelect !== undefined) this.select();
  }

  /** Selects in the editor the steps whose cells are selected here. */
  select(): void {
    clearTimeout(this.toSelect);
    this.toSelect = undefined;
    const ids = this.selectedRows();
    const { steps, edges } = this.editor.selection.get();
    if (this.state.get().at.row === HEAD) return;
    this.setSelects(true);
    if (edges.size === 0 && sameList([...steps], ids)) return;
    this.selecting = true;
    if (ids.length === 0) selectNothing(this.editor);
    else selectSteps(this.editor, ids);
    this.selecting = false;
  }

  private setSelects(selects: boolean): void {
    this.state.set((state) => (state.selects === selects ? state : { ...state, selects }));
  }

  /** Goes to the step that is selected by other means, as by finding it. */
  private followSelection(): void {
    const { steps } = this.editor.selection.get();
    const [id] = steps;
    if (this.selecting) return;
    // Whatever was selected elsewhere since is what is meant.
    clearTimeout(this.toSelect);
    this.toSelect = undefined;
    this.setSelects(false);
    if (steps.size !== 1 || id === undefined) return;
    this.refresh();
    const { at, to, rows } = this.state.get();
    if (at.row === id && to.row === id) this.setSelects(true);
    if (at.row === id || !rows.includes(id)) return;
    this.go({ row: id, column: this.state.get().at.column });
    this.wantsFocus = this.hasFocus || isFocusFree();
  }

  /** Goes to a row that undo or redo has changed, unless the keys are on one. */
  private followUndo(changed: readonly string[]): void {
    this.refresh();
    const { rows, at } = this.state.get();
    const row = rows.find((id) => changed.includes(id));
    if (row === undefined || changed.includes(at.row)) return;
    this.go({ row, column: at.column });
    this.wantsFocus = this.hasFocus;
  }

  /** Takes over what is to be typed where it stands, as the name of a step that was just added. */
  private followTyping(typing: Typing): void {
    if (typing === null) return;
    this.refresh();
    const key: ColumnKey = typing.what;
    const step =
      typing.what === "name"
        ? typing.step
        : this.editor.document.snapshot.edges.get(typing.edge)?.from;
    this.editor.typing.set(null);
    if (step === undefined || !this.state.get().rows.includes(step)) return;
    this.go({ row: step, column: columnIndex(key) });
    this.edit("edit");
    this.state.set((state) => ({
      ...state,
      editing: state.editing && { ...state.editing, stays: true },
    }));
  }

  private put(cell: Cell, extend: boolean): void {
    this.wantsFocus = true;
    this.state.set((state) => ({
      ...state,
      at: extend ? state.at : cell,
      to: cell,
      selects: true,
      editing: null,
    }));
    clearTimeout(this.toSelect);
    this.toSelect = setTimeout(() => this.settle(), REST);
  }

  private moveInHead({ column }: Place, key: string, far: boolean): boolean {
    if (key === "ArrowUp" || key === "PageUp") return true;
    const place = moved({ row: 0, column }, key, far, this.extent(false));
    if (place === null) return false;
    const down = key === "ArrowDown" || key === "PageDown" || far;
    this.go(down ? this.cellAt({ ...place, row: far ? place.row : 0 }) : { ...place, row: HEAD });
    return true;
  }

  private extent(extend: boolean): Extent {
    const last = this.state.get().rows.length;
    return {
      lastFilled: Math.max(last - 1, 0),
      // The empty row has nothing that could be selected with others.
      lastRow: extend ? Math.max(last - 1, 0) : last,
      lastColumn: COLUMNS.length - 1,
      page: this.page,
    };
  }
}

/** Whether no field or list has the focus that would lose it, as where a dialog is about to close. */
function isFocusFree(): boolean {
  const { activeElement, body } = document;
  return activeElement === body || activeElement?.closest("[role=dialog]") != null;
}

/** The rows as they stand, without those that are gone, the new ones last. */
function inPlace(rows: readonly string[], ordered: readonly string[]): readonly string[] {
  const now = new Set(ordered);
  const before = new Set(rows);
  return [...rows.filter((id) => now.has(id)), ...ordered.filter((id) => !before.has(id))];
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index]);
}
