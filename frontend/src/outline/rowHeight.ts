/** How high the rows are: as many lines as their words need, up to a limit. */

import { type Type, textWidth } from "../canvas/typeface";
import { wrap } from "../canvas/wrap";
import type { Snapshot, Step } from "../document/model";
import { tokens } from "../theme/tokens";
import { assetLine } from "./cellText";
import { columnOf } from "./columns";

/** The most lines that details get; the whole of a longer text is shown where the keys are. */
const MOST_LINES = 2;
/** The most lines that names and ways on get, which are what a row is told by. */
const MOST_NAMED = 8;
/** A line, and what is above and below the lines of a row, in rem. */
export const LINE = 1.125;
export const ROW_PADDING = 1;
/** What is beside the words of a cell, and the icon of a name, in rem. */
const CELL_PADDING = 1.25;
const ICON = 1.5;

const { family, fallback, size } = tokens.font;
const WORDS: Type = { font: `400 ${size.md}px ${family}, ${fallback}`, line: 18 };
const NAME: Type = { font: `600 ${size.md}px ${family}, ${fallback}`, line: 18 };

/** Words are measured as they are at the usual size of letters; boxes grow with the letters. */
const PIXELS = 16;

let measured = new WeakMap<Step, number>();

/** Forgets what was measured, as when the typeface has loaded. */
export function forgetHeights(): void {
  measured = new WeakMap();
}

/** The height of a step's row, in rem. */
export function rowHeight({ outgoing }: Snapshot, step: Step): number {
  let lines = measured.get(step);
  if (lines === undefined) {
    lines = linesOf(step);
    measured.set(step, lines);
  }
  const ways = outgoing.get(step.id)?.length ?? 0;
  return Math.min(Math.max(lines, ways), MOST_NAMED) * LINE + ROW_PADDING;
}

/** The most lines that any cell of a step needs, its ways on left out. */
function linesOf(step: Step): number {
  return Math.max(
    count([step.name], columnOf("name").width - ICON, MOST_NAMED, NAME),
    count([step.owner], columnOf("owner").width),
    count([step.purpose], columnOf("purpose").width),
    count([step.prospect_gain], columnOf("prospect_gain").width),
    count([step.notes], columnOf("notes").width),
    count(
      step.checklist.map(({ text }) => text),
      columnOf("checklist").width,
    ),
    count(
      step.exit_criteria.map(({ text }) => text),
      columnOf("exit_criteria").width,
    ),
    count(step.assets.map(assetLine), columnOf("assets").width),
  );
}

function count(
  texts: readonly (string | undefined)[],
  width: number,
  most = MOST_LINES,
  type = WORDS,
): number {
  let lines = 0;
  for (const text of texts) {
    if (text === undefined) continue;
    // Enough is known once the row is as high as it may be.
    if (lines >= most) break;
    const room = (width - CELL_PADDING) * PIXELS;
    lines += wrap(text, room, (part) => textWidth(part, type)).length;
  }
  return Math.min(Math.max(lines, 1), most);
}

/** How many lines there is room for in a row of a height. */
export function linesIn(height: number): number {
  return Math.max(1, Math.round((height - ROW_PADDING) / LINE));
}
