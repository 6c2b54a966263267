/** Where labels and badges stand on their edges: clear of steps, and of each other. */

import type { Box, Point, Route, Size } from "../shapes";
import { pointsAlong } from "./curve";
import { areaOf, type Obstacles, touch } from "./obstacles";

/** Between a label and what it keeps clear of, in pixels. */
const AIR = 3;
/** From a label to the badge beside it. */
const BESIDE = 4;

/** How much farther from its label a badge may be that has no room right beside it. */
const PAST = [12, 24, 36, 48];

/** A box with its centre at a point. */
export function boxAround({ x, y }: Point, { width, height }: Size): Box {
  return { x: x - width / 2, y: y - height / 2, width, height };
}

/**
 * The centre of a label on its route: where it is, else as near to there as it is clear of the steps
 * and of other labels; beside its route where there is no such place on it.
 */
export function clearLabel(
  { points, label }: Route,
  size: Size,
  steps: Obstacles,
  labels: readonly Box[] = [],
): Point {
  const near = [...steps.within(reachOf(points, size)), ...labels];
  const hidden = (at: Point) => covered(boxAround(at, size), near);
  if (hidden(label) === 0) return label;
  const along = pointsAlong(points).sort((a, b) => distance(a, label) - distance(b, label));
  // Right beside the line, else beside a label that stands on it.
  const beside = [size.width / 2 + BESIDE, size.width + 2 * BESIDE].flatMap((aside) =>
    along.flatMap(({ x, y }) => [
      { x: x + aside, y },
      { x: x - aside, y },
    ]),
  );
  return leastCovered([label, ...along, ...beside], hidden);
}

/**
 * The centre of a badge that belongs to a route: beside its label, else elsewhere along the route, so
 * that it covers no label, step, other badge or line of another edge where there is room.
 */
export function placeBadge(
  size: Size,
  label: Box,
  points: readonly Point[],
  steps: Obstacles,
  taken: readonly Box[],
  lines: readonly Box[] = [],
): Point {
  const middle = { x: label.x + label.width / 2, y: label.y + label.height / 2 };
  const aside = (label.width + size.width) / 2 + BESIDE;
  const above = (label.height + size.height) / 2 + BESIDE;
  const along = pointsAlong(points).sort((a, b) => distance(a, middle) - distance(b, middle));
  const places = [
    { x: middle.x + aside, y: middle.y },
    { x: middle.x - aside, y: middle.y },
    { x: middle.x, y: middle.y + above },
    { x: middle.x, y: middle.y - above },
    // Where steps stand close on both sides: past them, as near as can be.
    ...PAST.flatMap((far) => [
      { x: middle.x, y: middle.y + above + far },
      { x: middle.x, y: middle.y - above - far },
    ]),
    ...along.flatMap(({ x, y }) => [
      { x, y },
      { x: x + size.width / 2 + 2 * BESIDE, y },
      { x: x - size.width / 2 - 2 * BESIDE, y },
    ]),
  ];
  const reach = reachOf([middle, ...points], size);
  const beside = lines.filter((line) => touch(line, reach));
  const near = [...steps.within(reach), ...taken, ...beside, label];
  return leastCovered(places, (at) => covered(boxAround(at, size), near));
}

/** A route as the boxes of its short parts, for what keeps clear of it. */
export function partsOf(points: readonly Point[]): Box[] {
  const [start] = points;
  const end = points.at(-1);
  if (start === undefined || end === undefined) return [];
  const along = [start, ...pointsAlong(points), end];
  return along.slice(1).flatMap((to, index) => {
    const from = along[index];
    return from === undefined ? [] : [areaOf([from, to], 0, 0)];
  });
}

/** The first place that nothing covers, else the one that is covered least. */
function leastCovered(places: readonly Point[], coveredAt: (at: Point) => number): Point {
  let best = places[0] ?? { x: 0, y: 0 };
  let least = Number.POSITIVE_INFINITY;
  for (const place of places) {
    const area = coveredAt(place);
    if (area === 0) return place;
    if (area < least) [best, least] = [place, area];
  }
  return best;
}

/** How much of a box others cover, in square pixels. */
function covered(box: Box, others: readonly Box[]): number {
  let area = 0;
  for (const other of others) {
    const wide = Math.min(box.x + box.width, other.x + other.width) - Math.max(box.x, other.x);
    const high = Math.min(box.y + box.height, other.y + other.height) - Math.max(box.y, other.y);
    if (wide > -AIR && high > -AIR) area += (wide + AIR) * (high + AIR);
  }
  return area;
}

/** Where something of this size may come to stand, on or beside these points. */
export function reachOf(points: readonly Point[], { width, height }: Size): Box {
  return areaOf(points, 2 * width + 160, 2 * height + 80);
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
