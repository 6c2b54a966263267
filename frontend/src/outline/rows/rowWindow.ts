/** Which rows are drawn: those in view and a few beside them, so that a thousand steps stay quick. */

/** How far beyond the view rows are drawn, in pixels: what one turn of the wheel brings in. */
const BEYOND = 240;

/** The top of each row from the first, and the foot of the last at the end. */
export function topsOf(heights: readonly number[]): number[] {
  const tops = [0];
  let top = 0;
  for (const height of heights) {
    top += height;
    tops.push(top);
  }
  return tops;
}

/** The first and the last row to draw (inclusive) while the view shows `from` to `to`. */
export function rowsBetween(
  tops: readonly number[],
  from: number,
  to: number,
  beyond = BEYOND,
): readonly [first: number, last: number] {
  const lastRow = tops.length - 2;
  return [
    Math.min(rowAt(tops, from - beyond), lastRow),
    Math.min(rowAt(tops, to + beyond), lastRow),
  ];
}

/** The row at a height, the first or the last where it is above or below them all. O(log n). */
export function rowAt(tops: readonly number[], y: number): number {
  let low = 0;
  let high = Math.max(tops.length - 2, 0);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((tops[middle] ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** How far to scroll so that a stretch is in view; 0 when it is, its beginning when it is too long. */
export function scrollBy(stretch: Stretch, view: Stretch): number {
  if (stretch.from < view.from) return stretch.from - view.from;
  if (stretch.to <= view.to) return 0;
  return Math.min(stretch.to - view.to, stretch.from - view.from);
}

export interface Stretch {
  readonly from: number;
  readonly to: number;
}
