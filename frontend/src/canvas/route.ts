/** The way of an edge across the canvas: out of one step, past the others, into the next. */
import { areaOf, type Obstacles } from "./obstacles";

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Box extends Point, Size {}

export interface Route {
  /** Where it starts, and then cubic Bézier control points, three for each part; ends at the tip. */
  readonly points: readonly Point[];
  /** The centre of its label. */
  readonly label: Point;
}

/** From a step to a line that runs beside others, in pixels. */
const CLEARANCE = 22;
/** How near a line may come to a box, in pixels. */
const MARGIN = 6;
/** How much room a way down needs between two steps, in pixels. */
const LEAST_DROP = 18;
const SAMPLES = 16;

/** The way from one box to another, past the obstacles in between where there is a way. */
export function route(from: Box, to: Box, obstacles: Obstacles, fromSides: boolean = false): Route {
  const drop = to.y - bottom(from);
  if (drop >= LEAST_DROP) return wayDown(from, to, obstacles, fromSides);
  if (to.x - right(from) >= LEAST_DROP) return wayAcross(from, to, 1);
  if (from.x - right(to) >= LEAST_DROP) return wayAcross(from, to, -1);
  return wayUp(from, to, obstacles) ?? wayBack(from, to, obstacles);
}

function wayDown(from: Box, to: Box, obstacles: Obstacles, fromSides: boolean): Route {
  const end = { x: middleX(to), y: to.y };
  const below = { x: middleX(from), y: bottom(from) };
  const aside = end.x - below.x;
  if (fromSides && Math.abs(aside) > from.width * 0.55) {
    const start = { x: aside > 0 ? right(from) : from.x, y: middleY(from) };
    const direct = quarter(start, end);
    if (!hits(direct, obstacles)) return direct;
  }
  const reach = Math.min(Math.max((end.y - below.y) / 2, 24), 120);
  const direct = bezier([below, down(below, reach), down(end, -reach), end]);
  if (!hits(direct, obstacles)) return direct;
  const top = below.y + CLEARANCE;
  const foot = end.y - CLEARANCE;
  if (foot <= top) return direct;
  const lane = freeLane(below.x, end.x, obstacles.between(top, foot));
  return alongLane(below, end, lane, top, foot);
}

/** To a box beside, out of the side that faces it. */
function wayAcross(from: Box, to: Box, direction: 1 | -1): Route {
  const start = { x: direction > 0 ? right(from) : from.x, y: middleY(from) };
  const end = { x: direction > 0 ? to.x : right(to), y: middleY(to) };
  const reach = (direction * Math.min(Math.max(Math.abs(end.x - start.x) / 2, 20), 120)) as number;
  return bezier([start, { x: start.x + reach, y: start.y }, { x: end.x - reach, y: end.y }, end]);
}

/** Out of the side that faces it and up into a box that is above and aside; null where that is not free. */
function wayUp(from: Box, to: Box, obstacles: Obstacles): Route | null {
  const aside = Math.sign(middleX(to) - middleX(from));
  const start = { x: aside > 0 ? right(from) : from.x, y: middleY(from) };
  const end = { x: middleX(to), y: bottom(to) };
  if ((end.x - start.x) * aside < CLEARANCE || start.y - end.y < CLEARANCE) return null;
  const direct = quarter(start, end);
  return hits(direct, obstacles) ? null : direct;
}

/** Back to a box above, round the side where the way is shorter. */
function wayBack(from: Box, to: Box, obstacles: Obstacles): Route {
  const [high, low] = [Math.min(middleY(from), middleY(to)), Math.max(middleY(from), middleY(to))];
  const beside = (lane: number, side: 1 | -1) => {
    const inWay = [...obstacles.between(high, low), from, to];
    return freeLane(lane, null, inWay, side);
  };
  const rightLane = beside(Math.max(right(from), right(to)) + CLEARANCE, 1);
  const leftLane = beside(Math.min(from.x, to.x) - CLEARANCE, -1);
  const length = (lane: number, a: number, b: number) => Math.abs(lane - a) + Math.abs(lane - b);
  const onRight = length(rightLane, right(from), right(to)) <= length(leftLane, from.x, to.x);
  const lane = onRight ? rightLane : leftLane;
  const start = { x: onRight ? right(from) : from.x, y: middleY(from) };
  const end = { x: onRight ? right(to) : to.x, y: middleY(to) };
  const way = start.y > end.y ? -1 : 1;
  const turn = Math.min(28, Math.abs(start.y - end.y) / 2);
  const leave = { x: lane, y: start.y + way * turn };
  const arrive = { x: lane, y: end.y - way * turn };
  return {
    points: [
      start,
      { x: lane, y: start.y },
      { x: lane, y: start.y },
      leave,
      leave,
      arrive,
      arrive,
      { x: lane, y: end.y },
      { x: lane, y: end.y },
      end,
    ],
    label: { x: lane, y: (start.y + end.y) / 2 },
  };
}

function alongLane(start: Point, end: Point, lane: number, top: number, foot: number): Route {
  const bend = Math.min(44, (foot - top) / 3);
  const upper = { x: lane, y: top + bend };
  const lower = { x: lane, y: foot - bend };
  return {
    points: [
      start,
      down(start, bend),
      down(upper, -bend),
      upper,
      upper,
      lower,
      lower,
      down(lower, bend),
      down(end, -bend),
      end,
    ],
    label: { x: lane, y: (upper.y + lower.y) / 2 },
  };
}

/**
 * Where an upright line meets none of the boxes in its way: as near as can be to `x` (and to
 * `other`, when given), only to the right (1) or left (-1) of `x` when a side is given.
 */
function freeLane(
  x: number,
  other: number | null,
  inWay: readonly Box[],
  side: 1 | -1 | 0 = 0,
): number {
  const lanes = [
    x,
    ...(other === null ? [] : [other]),
    ...inWay.flatMap((box) => [box.x - CLEARANCE, right(box) + CLEARANCE]),
  ].filter((lane) => (lane - x) * side >= 0);
  const free = lanes.filter((lane) =>
    inWay.every((box) => lane <= box.x - CLEARANCE + 1 || lane >= right(box) + CLEARANCE - 1),
  );
  const cost = (lane: number) => Math.abs(lane - x) + (other === null ? 0 : Math.abs(lane - other));
  return free.reduce((best, lane) => (cost(lane) < cost(best) ? lane : best), free[0] ?? x);
}

/** Sideways out of the start, and upright into the end. */
function quarter(start: Point, end: Point): Route {
  const corner = { x: end.x, y: start.y };
  return bezier([start, between(start, corner, 0.7), between(end, corner, 0.7), end]);
}

function bezier(points: readonly [Point, Point, Point, Point]): Route {
  return { points, label: pointOn(points, 0.5) };
}

/** A point of a cubic Bézier curve, `t` from 0 to 1. */
export function pointOn([a, b, c, d]: readonly [Point, Point, Point, Point], t: number): Point {
  const s = 1 - t;
  const mix = (p: number, q: number, r: number, u: number) =>
    s * s * s * p + 3 * s * s * t * q + 3 * s * t * t * r + t * t * t * u;
  return { x: mix(a.x, b.x, c.x, d.x), y: mix(a.y, b.y, c.y, d.y) };
}

/** Points along a line of cubic Bézier curves, from its start to its end but at neither. */
export function pointsAlong(points: readonly Point[]): Point[] {
  const along: Point[] = [];
  for (let n = 0; n + 3 < points.length; n += 3) {
    const [a, b, c, d] = points.slice(n, n + 4);
    if (a === undefined || b === undefined || c === undefined || d === undefined) continue;
    for (let t = 1; t <= SAMPLES; t += 1) along.push(pointOn([a, b, c, d], t / SAMPLES));
  }
  along.pop();
  return along;
}

/**
 * The point of a line of cubic Bézier curves that is nearest to another point, to a few pixels;
 * nearest in height above all, since there is room for it at that height.
 */
export function nearestOn(points: readonly Point[], to: Point): Point {
  let nearest = points[0] ?? to;
  const distance = ({ x, y }: Point) => Math.hypot(x - to.x, 4 * (y - to.y));
  for (let n = 0; n + 3 < points.length; n += 3) {
    const [a, b, c, d] = points.slice(n, n + 4);
    if (a === undefined || b === undefined || c === undefined || d === undefined) continue;
    for (let t = 0; t <= SAMPLES; t += 1) {
      const point = pointOn([a, b, c, d], t / SAMPLES);
      if (distance(point) < distance(nearest)) nearest = point;
    }
  }
  return nearest;
}

function hits(way: Route, obstacles: Obstacles): boolean {
  const [a, b, c, d] = way.points;
  if (a === undefined || b === undefined || c === undefined || d === undefined) return false;
  const boxes = obstacles.within(areaOf(way.points, MARGIN, MARGIN));
  for (let n = 1; n < SAMPLES && boxes.length > 0; n += 1) {
    const point = pointOn([a, b, c, d], n / SAMPLES);
    for (const box of boxes) if (contains(box, point)) return true;
  }
  return false;
}

function contains(box: Box, { x, y }: Point): boolean {
  return (
    x > box.x - MARGIN && x < right(box) + MARGIN && y > box.y - MARGIN && y < bottom(box) + MARGIN
  );
}

const right = (box: Box) => box.x + box.width;
const bottom = (box: Box) => box.y + box.height;
const middleX = (box: Box) => box.x + box.width / 2;
const middleY = (box: Box) => box.y + box.height / 2;
const down = ({ x, y }: Point, by: number) => ({ x, y: y + by });
const between = (a: Point, b: Point, part: number) => ({
  x: a.x + (b.x - a.x) * part,
  y: a.y + (b.y - a.y) * part,
});
