/** The ways that the last layout drew for the edges, good for as long as their ends stay. */
import type { Layout } from "../api/types";
import { type Box, nearestOn, type Point, type Route } from "./route";

interface Drawn {
  readonly route: Route;
  readonly from: Box;
  readonly to: Box;
}

export class DrawnWays {
  private readonly drawn = new Map<string, Drawn>();

  /** Takes over the ways of a layout of boxes of these sizes. */
  keep({ edges, positions }: Layout, sizes: Record<string, { width: number; height: number }>) {
    this.drawn.clear();
    const boxOf = (id: string): Box | null => {
      const [place, size] = [positions[id], sizes[id]];
      return place === undefined || size === undefined
        ? null
        : { x: Math.round(place.x), y: Math.round(place.y), ...size };
    };
    for (const { from, to, points, label } of edges) {
      const [start, end] = [boxOf(from), boxOf(to)];
      if (start === null || end === null || points.length < 4) continue;
      // The layout keeps room for the label beside the line; on the line it belongs to no other.
      const middle = label ?? points[Math.floor(points.length / 2)];
      if (middle === undefined) continue;
      const route = { points, label: nearestOn(points, middle) };
      this.drawn.set(`${from} ${to}`, { route, from: start, to: end });
    }
  }

  /** The way drawn between two steps, moved along with both; undefined when it holds no longer. */
  between(from: string, to: string, fromBox: Box, toBox: Box): Route | undefined {
    const drawn = this.drawn.get(`${from} ${to}`);
    if (drawn === undefined) return undefined;
    const dx = fromBox.x - drawn.from.x;
    const dy = fromBox.y - drawn.from.y;
    const holds =
      toBox.x - drawn.to.x === dx &&
      toBox.y - drawn.to.y === dy &&
      sameSize(fromBox, drawn.from) &&
      sameSize(toBox, drawn.to);
    if (!holds) return undefined;
    if (dx === 0 && dy === 0) return drawn.route;
    const moved = ({ x, y }: Point) => ({ x: x + dx, y: y + dy });
    return { points: drawn.route.points.map(moved), label: moved(drawn.route.label) };
  }
}

function sameSize(a: Box, b: Box): boolean {
  return a.width === b.width && a.height === b.height;
}
