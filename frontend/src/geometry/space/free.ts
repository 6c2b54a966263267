/** Where on the canvas there is room: nothing comes to stand on anything else. */
import type { Box, Point, Size } from "../shapes";
import { onGrid, upToGrid } from "./snapping";

/** From a step down to the next, with room for the label in between, in pixels. */
export const ROW_GAP = 72;
/** From one place that is tried to the next, in pixels, and how many of them in each direction. */
const STRIDE = 24;
const MOST_STRIDES = 30;
/** With more pairs of boxes than this, looking around would keep a person waiting. */
const A_LOT = 20_000;

/** The free place on the grid nearest to a point, looked for outwards from there. */
export function placeNear(at: Point, size: Size, taken: Iterable<Box>): Point {
  const start = { x: onGrid(at.x), y: onGrid(at.y) };
  return freeOffset([{ x: 0, y: 0, ...size }], start, [...taken]);
}

/**
 * How far to move some boxes so that none of them stands on what is there: the wanted way or as
 * near to it as there is room, looked for outwards; in the end below everything.
 * O(boxes × taken) for each place that is tried.
 */
export function freeOffset(boxes: readonly Box[], wanted: Point, taken: readonly Box[]): Point {
  const fits = ({ x, y }: Point) =>
    boxes.every((box) => isFree({ ...box, x: box.x + x, y: box.y + y }, taken));
  const tries = boxes.length * taken.length > A_LOT ? OUTWARDS.slice(0, 1) : OUTWARDS;
  for (const { x, y } of tries) {
    const offset = { x: wanted.x + x, y: wanted.y + y };
    if (fits(offset)) return offset;
  }
  const top = Math.min(...boxes.map((box) => box.y));
  return {
    x: wanted.x,
    y: upToGrid(Math.max(...taken.map(({ y, height }) => y + height)) + ROW_GAP - top),
  };
}

/** All offsets that are tried, the nearest first. */
const OUTWARDS: readonly Point[] = (() => {
  const all: Point[] = [];
  for (let row = -MOST_STRIDES; row <= MOST_STRIDES; row += 1) {
    for (let column = -MOST_STRIDES; column <= MOST_STRIDES; column += 1) {
      all.push({ x: column * STRIDE, y: row * STRIDE });
    }
  }
  return all.sort((a, b) => Math.hypot(a.x, a.y) - Math.hypot(b.x, b.y));
})();

/** Whether a box stands on nothing, with a little air around it. */
export function isFree(box: Box, others: readonly Box[]): boolean {
  return !others.some((other) => overlap(box, other));
}

function overlap(a: Box, b: Box): boolean {
  const margin = 12;
  return (
    a.x < b.x + b.width + margin &&
    b.x < a.x + a.width + margin &&
    a.y < b.y + b.height + margin &&
    b.y < a.y + a.height + margin
  );
}
