/** A route as SVG paths: its line, and the arrow at its end. */
import type { Point, Route } from "../shapes";

export interface Drawing {
  readonly line: string;
  readonly arrow: string;
}

const ARROW_LENGTH = 10;
const ARROW_HALF_WIDTH = 5;

export function drawingOf({ points }: Route): Drawing {
  const [tip, left, right] = arrowOf(points);
  // The line ends inside its arrow, so that a thick one does not stick out at the tip.
  const end = behind(points, ARROW_LENGTH - 2);
  const [start = tip, ...rest] = points;
  const curves = rest.slice(0, -1).concat(end);
  const parts: string[] = [];
  for (let n = 0; n + 2 < curves.length; n += 3) {
    parts.push(
      `C${curves
        .slice(n, n + 3)
        .map(write)
        .join(" ")}`,
    );
  }
  return {
    line: `M${write(start)}${parts.join("")}`,
    arrow: `M${write(tip)}L${write(left)}L${write(right)}Z`,
  };
}

/** The corners of the arrow at the end of a route, its tip first, so many times as large. */
export function arrowOf(points: readonly Point[], times = 1): [tip: Point, Point, Point] {
  const tip = points.at(-1) ?? { x: 0, y: 0 };
  const base = behind(points, ARROW_LENGTH * times);
  const half = ARROW_HALF_WIDTH / ARROW_LENGTH;
  const aside = { x: -(tip.y - base.y) * half, y: (tip.x - base.x) * half };
  return [
    tip,
    { x: base.x + aside.x, y: base.y + aside.y },
    { x: base.x - aside.x, y: base.y - aside.y },
  ];
}

/** The point so far behind the tip of a route, straight back. */
function behind(points: readonly Point[], by: number): Point {
  const tip = points.at(-1) ?? { x: 0, y: 0 };
  const before = lastOther(points, tip);
  const length = Math.hypot(tip.x - before.x, tip.y - before.y) || 1;
  return {
    x: tip.x - ((tip.x - before.x) / length) * by,
    y: tip.y - ((tip.y - before.y) / length) * by,
  };
}

/** The last point that is not the tip itself. */
function lastOther(points: readonly Point[], tip: Point): Point {
  for (let n = points.length - 2; n >= 0; n -= 1) {
    const point = points[n];
    if (point !== undefined && Math.hypot(tip.x - point.x, tip.y - point.y) > 0.5) return point;
  }
  return { x: tip.x, y: tip.y - 1 };
}

function write({ x, y }: Point): string {
  return `${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}`;
}
