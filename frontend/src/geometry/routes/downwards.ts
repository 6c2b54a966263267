/** The shapes of routes, each as it is downwards; the other directions are the same, turned. */

import type { Box, Point, Route } from "../shapes";
import { bezier } from "./curve";
import type { Obstacles } from "./obstacles";

/** From a step to a line that runs beside others, in pixels. */
const CLEARANCE = 22;
/** How far to both sides a free lane is looked for, in pixels. */
const SEARCHED = 2000;
/** So many lanes are tried, the nearest first. */
const MOST_LANES = 4;

/** Whether a box stands above another one with so much room between them, in pixels. */
export function isAbove(from: Box, to: Box, gap: number): boolean {
  return to.y - bottom(from) >= gap;
}

/** Out of the lower side and into the upper one, in one curve. */
export function down(from: Box, to: Box): Route {
  const [start, end] = [foot(from), { x: middleX(to), y: to.y }];
  const gap = end.y - start.y;
  const reach = Math.min(Math.max(gap / 2, 24), 120, gap);
  return bezier([start, lower(start, reach), lower(end, -reach), end]);
}

/** Out of the lower side and into the one that faces it of a box aside; null where that is not aside. */
export function corner(from: Box, to: Box): Route | null {
  const aside = Math.sign(middleX(to) - middleX(from));
  const start = foot(from);
  const end = { x: aside > 0 ? to.x : right(to), y: middleY(to) };
  if ((end.x - start.x) * aside < CLEARANCE || end.y - start.y < CLEARANCE) return null;
  const turn = { x: start.x, y: end.y };
  return bezier([start, between(start, turn, 0.7), between(end, turn, 0.7), end]);
}

/** Out of the lower side, along an upright line past what is in between, and into the upper side. */
export function byLane(from: Box, to: Box, obstacles: Obstacles): Route[] {
  const [start, end] = [foot(from), { x: middleX(to), y: to.y }];
  const [top, low] = [start.y + CLEARANCE, end.y - CLEARANCE];
  if (low <= top) return [];
  const bend = Math.min(44, (low - top) / 3);
  const cost = (lane: number) => Math.abs(lane - start.x) + Math.abs(lane - end.x);
  const inWay = strip(obstacles, Math.min(start.x, end.x), Math.max(start.x, end.x), top, low);
  return freeLanes([start.x, end.x], inWay, cost).map((lane) => {
    const [upper, lowest] = [
      { x: lane, y: top + bend },
      { x: lane, y: low - bend },
    ];
    return {
      points: [
        start,
        lower(start, bend),
        lower(upper, -bend),
        upper,
        upper,
        lowest,
        lowest,
        lower(lowest, bend),
        lower(end, -bend),
        end,
      ],
      label: { x: lane, y: (upper.y + lowest.y) / 2 },
    };
  });
}

/** Out of the lower side, along a level line beneath both boxes, and into the lower side. */
export function around(from: Box, to: Box, obstacles: Obstacles): Route[] {
  const [start, end] = [foot(from), foot(to)];
  const [left, most] = [Math.min(start.x, end.x), Math.max(start.x, end.x)];
  const deepest = Math.max(start.y, end.y);
  const inWay = obstacles.within({
    x: left,
    y: Math.min(from.y, to.y),
    width: most - left,
    height: deepest + SEARCHED - Math.min(from.y, to.y),
  });
  const towards = start.x > end.x ? -1 : 1;
  const turn = Math.min(28, Math.abs(start.x - end.x) / 2);
  return freeLevels(deepest + CLEARANCE, inWay).map((lane) => {
    const at = (x: number) => ({ x, y: lane });
    const [under, leave] = [at(start.x), at(start.x + towards * turn)];
    const [arrive, underEnd] = [at(end.x - towards * turn), at(end.x)];
    return {
      points: [start, under, under, leave, leave, arrive, arrive, underEnd, underEnd, end],
      label: at((start.x + end.x) / 2),
    };
  });
}

/** The boxes between two heights, and so far to both sides as lanes are looked for. */
function strip(
  obstacles: Obstacles,
  left: number,
  most: number,
  top: number,
  low: number,
): readonly Box[] {
  const width = most - left + 2 * SEARCHED;
  return obstacles.within({ x: left - SEARCHED, y: top, width, height: low - top });
}

/** Where an upright line meets none of the boxes in its way, the cheapest first. */
function freeLanes(
  wanted: readonly number[],
  inWay: readonly Box[],
  cost: (lane: number) => number,
): number[] {
  return [
    ...new Set([...wanted, ...inWay.flatMap((box) => [box.x - CLEARANCE, right(box) + CLEARANCE])]),
  ]
    .sort((a, b) => cost(a) - cost(b))
    .filter((lane) =>
      inWay.every((box) => lane <= box.x - CLEARANCE + 1 || lane >= right(box) + CLEARANCE - 1),
    )
    .slice(0, MOST_LANES);
}

/** The heights from `y` on where a level line meets none of the boxes in its way. */
function freeLevels(y: number, inWay: readonly Box[]): number[] {
  return [y, ...inWay.map((box) => bottom(box) + CLEARANCE)]
    .filter(
      (level) =>
        level >= y &&
        inWay.every(
          (box) => level <= box.y - CLEARANCE + 1 || level >= bottom(box) + CLEARANCE - 1,
        ),
    )
    .sort((a, b) => a - b)
    .slice(0, MOST_LANES);
}

const right = (box: Box) => box.x + box.width;
const bottom = (box: Box) => box.y + box.height;
const middleX = (box: Box) => box.x + box.width / 2;
const middleY = (box: Box) => box.y + box.height / 2;
const foot = (box: Box) => ({ x: middleX(box), y: bottom(box) });
const lower = ({ x, y }: Point, by: number) => ({ x, y: y + by });
const between = (a: Point, b: Point, part: number) => ({
  x: a.x + (b.x - a.x) * part,
  y: a.y + (b.y - a.y) * part,
});
