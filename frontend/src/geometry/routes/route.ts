/** The route of an edge across the canvas: out of one step, past the others, into the next. */

import type { Box, Point, Route } from "../shapes";
import { pointsAlong } from "./curve";
import { around, byLane, corner, down, isAbove } from "./downwards";
import { areaOf, type Obstacles } from "./obstacles";
import { type Direction, turnBox, turnObstacles, turnRoute } from "./turned";

/** What of an edge tells by which sides it goes. */
export interface Manner {
  /** Whether the routes out of its start part there, as from a decision. */
  readonly fromSides: boolean;
  /** Whether another edge goes the opposite way, so that this one keeps off the line between. */
  readonly opposed: boolean;
}

const PLAIN: Manner = { fromSides: false, opposed: false };

/** How near a line may come to a box, in pixels. */
const MARGIN = 6;
/** How much room a route between facing sides needs, in pixels. */
const LEAST_GAP = 18;
/** And where the sides face each other in full, so that the arrow has a place. */
const LEAST_GAP_FACING = 10;
/** A route across is steep that rises so many times as much as there is room aside, */
const STEEP = 3;
/** and a route down is flat that goes so many times as far aside as there is room below. */
const FLAT = 6;
/** So nearly in line, in pixels, two steps are joined by a straight line. */
const IN_LINE = 2;

/** The first route from one box to another that is free, else the one that is least in the way. */
export function routeBetween(
  from: Box,
  to: Box,
  obstacles: Obstacles,
  manner: Manner = PLAIN,
): Route {
  let best: Route | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const route of routesBetween(from, to, obstacles, manner)) {
    const hits = countHits(route, obstacles, MARGIN);
    if (hits === 0) return route;
    if (hits < least) [best, least] = [route, hits];
  }
  if (best === null) throw new Error("There is always a way round the right side.");
  return best;
}

/** The straight line between two boxes that stand in line; null where it is not free. */
export function straight(
  from: Box,
  to: Box,
  obstacles: Obstacles,
  { opposed }: Manner = PLAIN,
): Route | null {
  for (const direction of ["down", "right", "up", "left"] as const) {
    if (opposed && isBack(direction)) continue;
    const [a, b] = [turnBox(direction, from), turnBox(direction, to)];
    if (!isAbove(a, b, LEAST_GAP_FACING) || Math.abs(middle(a) - middle(b)) > IN_LINE) continue;
    const route = turnRoute(direction, down(a, b));
    if (countHits(route, obstacles, MARGIN) === 0) return route;
  }
  return null;
}

/** Routes from one box to another, the one that surprises least first. */
function* routesBetween(
  from: Box,
  to: Box,
  obstacles: Obstacles,
  { fromSides, opposed }: Manner,
): Iterable<Route> {
  const as = <T extends readonly unknown[]>(
    direction: Direction,
    find: (from: Box, to: Box, ...more: T) => Iterable<Route>,
    ...more: T
  ) =>
    [...find(turnBox(direction, from), turnBox(direction, to), ...more)].map((route) =>
      turnRoute(direction, route),
    );
  const turned = (direction: Direction) => turnObstacles(direction, obstacles);
  const directly = (direction: Direction, gap: number) =>
    opposed && isBack(direction) ? [] : as(direction, directRoute, gap);

  const aside = middle(to) > middle(from) ? "right" : "left";
  const [near, next] = [turnBox(aside, from), turnBox(aside, to)];
  const isAside = isAbove(near, next, LEAST_GAP);
  const isBelow = isAbove(from, to, isAside ? LEAST_GAP : LEAST_GAP_FACING);
  const upright = isBelow ? "down" : "up";
  if (isBelow) {
    const far = Math.abs(middle(to) - middle(from));
    const isFlat = far > FLAT * (to.y - from.y - from.height);
    if (isFlat || (fromSides && far > from.width * 0.55)) yield* as(aside, cornerRoute);
    yield* directly("down", 0);
    yield* as("down", byLane, obstacles);
    yield* as(aside, cornerRoute);
  }
  const rise = Math.abs(to.y + to.height / 2 - from.y - from.height / 2);
  const isSteep = rise > STEEP * (next.y - near.y - near.height);
  if (isAside && !isSteep) yield* directly(aside, LEAST_GAP);
  yield* as(aside, cornerRoute);
  if (isAside && isSteep) yield* directly(aside, LEAST_GAP);
  if (!isAside) yield* directly("up", LEAST_GAP_FACING);
  if (isAside) {
    yield* as(upright, cornerRoute);
    yield* as(aside, byLane, turned(aside));
  }
  yield* routesRound(from, to, obstacles);
  if (!isBelow) yield* as("up", byLane, turned("up"));
}

/** Round the sides, the shortest route first. */
function routesRound(from: Box, to: Box, obstacles: Obstacles): Route[] {
  const sides = (["right", "left", "down", "up"] as const).filter((direction) => {
    const [a, b] = [turnBox(direction, from), turnBox(direction, to)];
    // Of two that stand in line with a side, one is in the way of the other.
    return a.x >= b.x + b.width || b.x >= a.x + a.width;
  });
  const round = (direction: Direction) => {
    const [a, b] = [turnBox(direction, from), turnBox(direction, to)];
    return around(a, b, turnObstacles(direction, obstacles)).map((route) =>
      turnRoute(direction, route),
    );
  };
  return (sides.length === 0 ? (["right"] as const) : sides)
    .flatMap(round)
    .sort((a, b) => lengthOf(a) - lengthOf(b));
}

function directRoute(from: Box, to: Box, gap: number): Route[] {
  return isAbove(from, to, gap) ? [down(from, to)] : [];
}

function cornerRoute(from: Box, to: Box): Route[] {
  const route = corner(from, to);
  return route === null ? [] : [route];
}

/** Up and to the left is back, as a chart is read. */
function isBack(direction: Direction): boolean {
  return direction === "up" || direction === "left";
}

function lengthOf({ points }: Route): number {
  let length = 0;
  for (let n = 1; n < points.length; n += 1) {
    const [a, b] = [points[n - 1], points[n]] as [Point, Point];
    length += Math.abs(b.x - a.x) + Math.abs(b.y - a.y);
  }
  return length;
}

/** How much of a route is nearer to a box than so many pixels, as a number of points along it. */
export function countHits({ points }: Route, obstacles: Obstacles, margin: number): number {
  const boxes = obstacles.within(areaOf(points, margin, margin));
  if (boxes.length === 0) return 0;
  const isIn = ({ x, y }: Point) =>
    boxes.some(
      (box) =>
        x > box.x - margin &&
        x < box.x + box.width + margin &&
        y > box.y - margin &&
        y < box.y + box.height + margin,
    );
  return pointsAlong(points).filter(isIn).length;
}

const middle = (box: Box) => box.x + box.width / 2;
