/** Empties the selected cells, as one undo step. */
import { inOneStep } from "../../document/oneStep";
import type { TouchlineDocument } from "../../document/TouchlineDocument";
import { COLUMNS, type ColumnKey } from "../columns/columns";
import type { Bounds } from "./block";
import { writeCells } from "./writeCells";

/** What a step cannot be without; a block that has more than these is emptied of the rest. */
const NEEDED: readonly ColumnKey[] = ["name", "kind", "outcome", "problems"];

/** Why nothing was emptied, in a sentence; null when something was, or was empty. */
export function clearCells(
  document: TouchlineDocument,
  rows: readonly string[],
  { left, right }: Bounds,
): string | null {
  const columns = COLUMNS.slice(left, right + 1).map(({ key }) => key);
  const free = columns.filter((key) => !NEEDED.includes(key));
  const cleared = free.length > 0 ? free : columns;
  const writes = rows.flatMap((step) => cleared.map((column) => ({ step, column, text: "" })));
  const refusals = inOneStep(document, (typing) => writeCells(document, writes, typing));
  return free.length > 0 ? null : (refusals[0]?.why ?? null);
}
