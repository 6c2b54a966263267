import type { Place } from "../cells/block";
import { COLUMNS } from "../columns/columns";

/**
 * Where Tab leads from a cell, or Shift and Tab: through the cells that can be typed in, on to the
 * next row at the end of one; null where it leads out of the table. The empty row has one cell.
 */
export function nextOnTab({ row, column }: Place, back: boolean, steps: number): Place | null {
  const lastColumn = COLUMNS.length - 1;
  if (row < 0) return null;
  if (row === steps) return back && row > 0 ? { row: row - 1, column: lastColumn } : null;
  const by = back ? -1 : 1;
  let next = column + by;
  while (COLUMNS[next]?.readOnly) next += by;
  if (next > lastColumn) return { row: row + 1, column: 0 };
  if (next >= 0) return { row, column: next };
  return row === 0 ? null : { row: row - 1, column: lastColumn };
}
