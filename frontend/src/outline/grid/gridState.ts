/** What the outline is showing: its rows, which cells are selected, and what is being typed. */
import type { Refusal } from "../cells/refusals";
import type { Sort } from "../rows/rowOrder";

/** The row of the heads of the columns, and the empty row at the end: ids of steps have no spaces. */
export const HEAD = " head";
export const NEW = " new";

/** A cell by the step of its row, so that it stays the same one when rows change places. */
export interface Cell {
  readonly row: string;
  readonly column: number;
}

/** What is being typed, and how it began. */
export interface Editing {
  readonly cell: Cell;
  /** `replace` when somebody just began to type: the arrows then leave the cell, as Enter does. */
  readonly how: "replace" | "edit";
  /** What stands in the field at first, where that is not what the cell holds. */
  readonly text?: string;
  /** Whether Enter leaves the keys on this cell, as after naming a step that was just added. */
  readonly stays?: boolean;
}

export interface GridState {
  readonly rows: readonly string[];
  readonly sort: Sort;
  /** The cell that has the keys, and the opposite corner of the selected block. */
  readonly at: Cell;
  readonly to: Cell;
  /**
   * Whether the steps of that block are what is selected, or will be in a moment: not before
   * somebody works in the table, nor once something else is selected.
   */
  readonly selects: boolean;
  readonly editing: Editing | null;
  readonly refusals: readonly Refusal[];
}

export type Direction = "down" | "up" | "right" | "left" | "none";
