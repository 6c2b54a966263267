/** Lines of cubic Bézier curves: their points, three for each curve after the first. */
import type { Point, Route } from "../shapes";

const SAMPLES = 16;

type Curve = readonly [Point, Point, Point, Point];

/** One curve, its label in its middle. */
export function bezier(points: Curve): Route {
  return { points, label: pointOn(points, 0.5) };
}

/** A point of a curve, `t` from 0 to 1. */
export function pointOn([a, b, c, d]: Curve, t: number): Point {
  const s = 1 - t;
  const mix = (p: number, q: number, r: number, u: number) =>
    s * s * s * p + 3 * s * s * t * q + 3 * s * t * t * r + t * t * t * u;
  return { x: mix(a.x, b.x, c.x, d.x), y: mix(a.y, b.y, c.y, d.y) };
}

/** Points along a line, from its start to its end but at neither. */
export function pointsAlong(points: readonly Point[]): Point[] {
  const along: Point[] = [];
  for (const curve of curvesOf(points)) {
    for (let t = 1; t <= SAMPLES; t += 1) along.push(pointOn(curve, t / SAMPLES));
  }
  along.pop();
  return along;
}

/**
 * The point of a line that is nearest to another point, to a few pixels; nearest in height above
 * all, since there is room for it at that height.
 */
export function nearestOn(points: readonly Point[], to: Point): Point {
  let nearest = points[0] ?? to;
  const distance = ({ x, y }: Point) => Math.hypot(x - to.x, 4 * (y - to.y));
  for (const point of pointsAlong(points).concat(points.at(-1) ?? to)) {
    if (distance(point) < distance(nearest)) nearest = point;
  }
  return nearest;
}

function* curvesOf(points: readonly Point[]): Iterable<Curve> {
  for (let n = 0; n + 3 < points.length; n += 3) yield points.slice(n, n + 4) as unknown as Curve;
}
