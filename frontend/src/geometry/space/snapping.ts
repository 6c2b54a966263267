/** Where a dragged step comes to stand: in line with a neighbour's centre, else on a light grid. */
import { tokens } from "../../theme/tokens";
import type { Box, Point } from "../shapes";

/** A line along which centres stand in line: `x` for an upright one, `y` for a level one. */
export type Guide = { readonly x: number } | { readonly y: number };

/** How near a centre must be to be drawn into line, in pixels on the screen. */
const PULL = 7;
const { grid } = tokens.step;

export interface Snapped {
  readonly place: Point;
  readonly guides: readonly Guide[];
}

/** Where a box comes to stand among its neighbours, at a zoom. O(neighbours). */
export function snap(box: Box, neighbours: Iterable<Box>, zoom = 1): Snapped {
  const pull = PULL / zoom;
  const centre = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  let nearestX: number | null = null;
  let nearestY: number | null = null;
  for (const other of neighbours) {
    const x = other.x + other.width / 2;
    const y = other.y + other.height / 2;
    if (isNearer(x, centre.x, nearestX, pull)) nearestX = x;
    if (isNearer(y, centre.y, nearestY, pull)) nearestY = y;
  }
  return {
    place: {
      x: nearestX === null ? onGrid(box.x) : nearestX - box.width / 2,
      y: nearestY === null ? onGrid(box.y) : nearestY - box.height / 2,
    },
    guides: [
      ...(nearestX === null ? [] : [{ x: nearestX }]),
      ...(nearestY === null ? [] : [{ y: nearestY }]),
    ],
  };
}

export function onGrid(value: number): number {
  return Math.round(value / grid) * grid;
}

/** Up to the grid, so that what is needed is there. */
export function upToGrid(value: number): number {
  return Math.ceil(value / grid) * grid;
}

function isNearer(
  candidate: number,
  centre: number,
  nearest: number | null,
  pull: number,
): boolean {
  const distance = Math.abs(candidate - centre);
  return distance <= pull && (nearest === null || distance < Math.abs(nearest - centre));
}
