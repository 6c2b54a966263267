/** How high the rows are: one line, and more only where a name or several next steps need them. */

import { type Type, textWidth } from "../../geometry/sizes/typeface";
import { wrap } from "../../geometry/sizes/wrap";
import type { Snapshot, Step } from "../../model/snapshot";
import { tokens } from "../../theme/tokens";

/** The most lines of a name; the whole of a longer one is shown where the keys are. */
const MOST_OF_NAME = 3;
/** The most next steps that are told by name; of further ones it is said how many they are. */
const MOST_TOLD = 4;
/** Of one line, with what is above and below it, in rem. */
export const ONE_LINE = 2.125;
/** A line, and what is above and below them all where a row has several, in rem. */
const LINE = 1.125;
const PADDING = 0.625;
/** What is beside the words of a name: the padding and the line of its cell, and its icon, in rem. */
export const BESIDE_NAME = 1.25 + 0.125 + 1.5;

const { family, fallback, size } = tokens.font;
/** Of the names, and of everything else in a cell. */
export const NAME: Type = { font: `600 ${size.md}px ${family}, ${fallback}`, line: 18 };
export const TEXT: Type = { font: `400 ${size.md}px ${family}, ${fallback}`, line: 18 };

/** Words are measured as they are at the usual size of letters; boxes grow with the letters. */
export const PIXELS = 16;

/** How the names of all rows are measured. */
export interface NameMeasure {
  /** How wide their column is, in rem. */
  readonly width: number;
  /** Which letters there are: another number has the names measured anew. */
  readonly typeface: number;
}

interface Measured extends NameMeasure {
  readonly lines: number;
}

const measured = new WeakMap<Step, Measured>();

/** How many lines the row of a step has. */
export function rowLines({ outgoing }: Snapshot, step: Step, measure: NameMeasure): number {
  const next = outgoing.get(step.id)?.length ?? 0;
  return Math.max(nameLines(step, measure), Math.min(next, MOST_TOLD));
}

/** The height of a row of so many lines, in rem. */
export function heightOf(lines: number): number {
  return lines === 1 ? ONE_LINE : lines * LINE + PADDING;
}

/** Measured once for each step, as long as its name and the column stay as they are. */
function nameLines(step: Step, { width, typeface }: NameMeasure): number {
  const before = measured.get(step);
  if (before?.width === width && before.typeface === typeface) return before.lines;
  const room = (width - BESIDE_NAME) * PIXELS;
  const needed = wrap(step.name, room, (part) => textWidth(part, NAME)).length;
  const lines = Math.min(needed, MOST_OF_NAME);
  measured.set(step, { lines, width, typeface });
  return lines;
}
