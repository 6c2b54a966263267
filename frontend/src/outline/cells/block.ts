/** Cells and blocks of cells: which are selected, and where the keys lead. */

/** A cell by its place: the row from the top, the column from the left, from 0. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** The selected cells: `from` where the selection began and the keys are, `to` where it ends. */
export interface Block {
  readonly from: Place;
  readonly to: Place;
}

export interface Bounds {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export function boundsOf({ from, to }: Block): Bounds {
  return {
    top: Math.min(from.row, to.row),
    bottom: Math.max(from.row, to.row),
    left: Math.min(from.column, to.column),
    right: Math.max(from.column, to.column),
  };
}

/** How far a grid goes, and how many rows make a page. */
export interface Extent {
  /** The last row with anything in it, and the last row, the empty one at the end. */
  readonly lastFilled: number;
  readonly lastRow: number;
  readonly lastColumn: number;
  readonly page: number;
}

/** Where a key leads from a place, with Ctrl (or Cmd) to the end; null for other keys. */
export function moved(place: Place, key: string, far: boolean, extent: Extent): Place | null {
  const { row, column } = place;
  const { lastFilled, lastRow, lastColumn, page } = extent;
  const go = (down: number, right: number): Place => ({
    row: Math.min(Math.max(row + down, 0), lastRow),
    column: Math.min(Math.max(column + right, 0), lastColumn),
  });
  switch (key) {
    case "ArrowUp":
      return far ? { row: 0, column } : go(-1, 0);
    case "ArrowDown":
      return far ? { row: Math.max(row, lastFilled), column } : go(1, 0);
    case "ArrowLeft":
      return far ? { row, column: 0 } : go(0, -1);
    case "ArrowRight":
      return far ? { row, column: lastColumn } : go(0, 1);
    case "Home":
      return far ? { row: 0, column: 0 } : { row, column: 0 };
    case "End":
      return far ? { row: lastFilled, column: lastColumn } : { row, column: lastColumn };
    case "PageUp":
      return go(-page, 0);
    case "PageDown":
      return go(page, 0);
    default:
      return null;
  }
}
