import { textWidth } from "../../geometry/sizes/typeface";
import type { Snapshot } from "../../model/snapshot";
import { cellText } from "../cells/cellText";
import type { Column } from "../columns/columns";
import { BESIDE_NAME, NAME, PIXELS, TEXT } from "../columns/rowHeight";

/** What is beside the words of a cell: its padding and its line, in rem. */
const BESIDE_WORDS = 1.25 + 0.125;
/** What is beside the words of a head: the same, and the arrow of the order, in rem. */
const BESIDE_TITLE = BESIDE_WORDS + 1.125;

/** As wide as the longest line in a column or its title, in rem. O(steps). */
export function fittingWidth(snapshot: Snapshot, column: Column): number {
  // What stands there is no text of the document, and never longer than a few words.
  if (column.readOnly) return column.width;
  const isName = column.key === "name";
  const type = isName ? NAME : TEXT;
  let widest = 0;
  for (const step of snapshot.steps.values()) {
    for (const line of cellText(snapshot, step, column.key).split("\n")) {
      widest = Math.max(widest, textWidth(line, type));
    }
  }
  const words = Math.ceil(widest) / PIXELS + (isName ? BESIDE_NAME : BESIDE_WORDS);
  // Titles are smaller than names, so that they have room as they are measured here.
  const title = Math.ceil(textWidth(column.title, NAME)) / PIXELS + BESIDE_TITLE;
  return Math.max(words, title);
}
