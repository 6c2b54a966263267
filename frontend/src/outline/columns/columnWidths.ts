/** How wide the columns of the outline are: as somebody has made them in this browser. */
import { createRemembered } from "../../ui/remembered";
import { COLUMNS, type Column, type ColumnKey } from "./columns";

/** The widths that were chosen, in rem; the other columns are as wide as they come. */
export type Widths = Readonly<Partial<Record<ColumnKey, number>>>;

/** In rem: the head can still be read, and no column fills the whole table. */
const LEAST = 4;
const MOST = 40;
/** The frozen column leaves room for those that move behind it. */
const MOST_FROZEN = 24;

export const chosenWidths = createRemembered("touchline.outline.widths", readWidths);

/** How narrow and how wide a column may be, in rem. */
export function limitsOf(column: Column): readonly [least: number, most: number] {
  return [LEAST, column.key === "name" ? MOST_FROZEN : MOST];
}

export function widthOf(widths: Widths, column: Column): number {
  return widths[column.key] ?? column.width;
}

/** The width nearest to that which a column may have, in rem. */
export function allowedWidth(column: Column, width: number): number {
  const [least, most] = limitsOf(column);
  return Math.min(Math.max(width, least), most);
}

/** Makes a column as wide as that, in rem, within its limits. */
export function setWidth(column: Column, width: number): void {
  chosenWidths.set((widths) => ({ ...widths, [column.key]: allowedWidth(column, width) }));
}

// --- as the table has them ---

const ALL = "--width-all";

function variableOf({ key }: Column): string {
  return `--width-${key}`;
}

/**
 * The widths as variables of the table, from which its cells take theirs: dragging a column changes
 * one of them, and draws no row anew.
 */
export function widthVariables(widths: Widths): Readonly<Record<string, string>> {
  const all = COLUMNS.map((column) => cssWidth(column)).join(" + ");
  return Object.fromEntries([
    ...COLUMNS.map((column) => [variableOf(column), `${widthOf(widths, column)}rem`]),
    [ALL, `calc(${all})`],
  ]);
}

/** The width of a column, as the style of its cells has it. */
export function cssWidth(column: Column): string {
  return `var(${variableOf(column)})`;
}

/** The width of all columns together. */
export const CSS_WIDTH_OF_ALL = `var(${ALL})`;

/** Shows a column as wide as that, in rem, before anybody has settled on it. */
export function previewWidth(table: HTMLElement, column: Column, width: number): void {
  table.style.setProperty(variableOf(column), `${width}rem`);
}

/** Of what was stored, the widths that a column may have. */
function readWidths(stored: unknown): Widths {
  if (typeof stored !== "object" || stored === null) return {};
  const found = new Map(Object.entries(stored));
  const widths: Partial<Record<ColumnKey, number>> = {};
  for (const column of COLUMNS) {
    const width: unknown = found.get(column.key);
    if (typeof width === "number" && width === allowedWidth(column, width)) {
      widths[column.key] = width;
    }
  }
  return widths;
}

/** One rem, in pixels. */
export function rem(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}
