/**
 * The canvas turned so that what goes some way on it goes down. What is known of routes down is
 * thereby known of all the others. To turn twice is to leave everything as it was.
 */

import type { Box, Point, Route } from "../shapes";
import type { Obstacles } from "./obstacles";

export type Direction = "down" | "up" | "right" | "left";

/** Subtracts from zero, so that nothing on the canvas is at minus zero. */
export function turnPoint(direction: Direction, { x, y }: Point): Point {
  switch (direction) {
    case "down":
      return { x, y };
    case "up":
      return { x, y: 0 - y };
    case "right":
      return { x: y, y: x };
    case "left":
      return { x: 0 - y, y: 0 - x };
  }
}

export function turnBox(direction: Direction, box: Box): Box {
  if (direction === "down") return box;
  const a = turnPoint(direction, box);
  const b = turnPoint(direction, { x: box.x + box.width, y: box.y + box.height });
  return {
    x: Math.min(a.x, b.x),
    y: Math.min(a.y, b.y),
    width: Math.abs(a.x - b.x),
    height: Math.abs(a.y - b.y),
  };
}

export function turnRoute(direction: Direction, { points, label }: Route): Route {
  return {
    points: points.map((point) => turnPoint(direction, point)),
    label: turnPoint(direction, label),
  };
}

export function turnObstacles(direction: Direction, obstacles: Obstacles): Obstacles {
  if (direction === "down") return obstacles;
  const turn = (boxes: readonly Box[]) => boxes.map((box) => turnBox(direction, box));
  return { within: (area) => turn(obstacles.within(turnBox(direction, area))) };
}
