/** What stands in the way of edges and their labels. */
import type { Box, Point } from "../shapes";

/** What routes lead past. */
export interface Obstacles {
  /** The boxes that touch an area. */
  within(area: Box): readonly Box[];
}

/** These few boxes as obstacles. */
export function among(boxes: readonly Box[]): Obstacles {
  return { within: (area) => boxes.filter((box) => touch(box, area)) };
}

/** Obstacles but for these boxes. */
export function without(obstacles: Obstacles, ...left: readonly Box[]): Obstacles {
  return { within: (area) => obstacles.within(area).filter((box) => !left.includes(box)) };
}

/** The smallest area that these points lie in, and so much around it. */
export function areaOf(points: readonly Point[], aside: number, above: number): Box {
  let [left, top] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let [most, foot] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { x, y } of points) {
    left = Math.min(left, x);
    most = Math.max(most, x);
    top = Math.min(top, y);
    foot = Math.max(foot, y);
  }
  return {
    x: left - aside,
    y: top - above,
    width: most - left + 2 * aside,
    height: foot - top + 2 * above,
  };
}

/** The smallest area that holds these boxes; null when there are none. */
export function areaAround(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null;
  const corners = boxes.flatMap(({ x, y, width, height }) => [
    { x, y },
    { x: x + width, y: y + height },
  ]);
  return areaOf(corners, 0, 0);
}

/** Whether two boxes have a point in common. */
export function touch(a: Box, b: Box): boolean {
  return (
    a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height
  );
}
