/** Blocks of cells with the titles of columns in their first row, as a whole sheet is copied. */

import { simple } from "../cells/readText";
import { quoted } from "../cells/refusals";
import { COLUMNS, type Column } from "../columns/columns";

type Rows = readonly (readonly string[])[];

/** A block under headings. */
export interface HeadedBlock {
  /** The rows below the headings. */
  readonly rows: Rows;
  /** The column that each cell of a row belongs to; null where the outline has none for it. */
  readonly columns: readonly (Column | null)[];
  /** The headings that are no columns. */
  readonly unknown: readonly string[];
  /** Whether something stands below no heading at all. */
  readonly beside: boolean;
}

/** By title, and by what the same is called in a file: `exit_criteria`, `when`. */
const BY_HEADING = new Map(
  COLUMNS.flatMap((column) => [
    [headingOf(column.key), column] as const,
    [headingOf(column.title), column] as const,
  ]),
);

/**
 * The block under its headings; null when its first row is a row as any other. Throws an Error
 * that says what to do about headings that make no sense.
 */
export function readHeadings(block: Rows): HeadedBlock | null {
  const [first = [], ...rows] = block;
  const headings = first.map((text) => text.trim());
  const columns = headings.map((heading) => BY_HEADING.get(headingOf(heading)) ?? null);
  const known = columns.filter((column) => column !== null);
  const filled = headings.filter((heading) => heading !== "");
  if (!areHeadings(known, filled.length, rows.length)) return null;
  const twice = known.find((column, at) => known.indexOf(column) !== at);
  if (twice !== undefined) {
    throw new Error(
      `Nothing was pasted: two columns are called ${quoted(twice.title)}. Leave one of them out.`,
    );
  }
  if (!rows.some((row) => row.some((text) => text.trim() !== ""))) {
    throw new Error("Nothing was pasted: there is no row below the headings.");
  }
  if (known.every(({ readOnly }) => readOnly)) {
    throw new Error(`Nothing was pasted: ${quoted(known[0]?.title ?? "")} cannot be typed in.`);
  }
  const unknown = headings.filter((heading, at) => heading !== "" && columns[at] === null);
  const beside = rows.some((row) => row.some((text, at) => text.trim() !== "" && !headings[at]));
  return { rows, columns, unknown, beside };
}

/**
 * One word alone may be meant as a text; two titles beside each other are none, nor is one above
 * other cells.
 */
function areHeadings(known: readonly Column[], filled: number, below: number): boolean {
  if (known.length >= 2) return true;
  const [only] = known;
  return only !== undefined && below > 0 && (filled === 1 || only.key === "name");
}

function headingOf(text: string): string {
  const heading = simple(text).replaceAll("_", " ");
  // A sheet that is not of here calls the step by its name.
  return heading === "step" ? "name" : heading;
}
