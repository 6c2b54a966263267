/** The routes that the last layout drew for the edges, good for as long as their ends about stay. */
import type { Layout } from "../../api/types";
import { nearestOn } from "../../geometry/routes/curve";
import { among, type Obstacles } from "../../geometry/routes/obstacles";
import { countHits } from "../../geometry/routes/route";
import type { Box, Point, Route } from "../../geometry/shapes";
import type { Edge } from "../../model/snapshot";

/** How much one end of a route may move without the other, in pixels: a line or two of a name. */
const MOST_BENT = 40;

export type Ends = Pick<Edge, "from" | "to">;

interface Drawn {
  readonly route: Route;
  readonly from: Box;
  readonly to: Box;
  /** How much of it lies in the boxes of its ends, as on the slopes of a decision. */
  readonly inSteps: number;
}

export class DrawnRoutes {
  private readonly drawn = new Map<string, Drawn>();

  /** Takes over the routes of a layout of boxes of these sizes. */
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
      const inSteps = countHits(route, among([start, end]), 0);
      this.drawn.set(`${from} ${to}`, { route, from: start, to: end, inSteps });
    }
  }

  /**
   * The route drawn for an edge, moved along with its steps and bent with them where they have moved
   * or grown a little; undefined when it holds no longer, or something stands in it now.
   */
  between({ from, to }: Ends, fromBox: Box, toBox: Box, others: Obstacles): Route | undefined {
    const drawn = this.drawn.get(`${from} ${to}`);
    const [start, end] = [drawn?.route.points[0], drawn?.route.points.at(-1)];
    if (drawn === undefined || start === undefined || end === undefined) return undefined;
    const [atStart, atEnd] = [shiftOf(start, drawn.from, fromBox), shiftOf(end, drawn.to, toBox)];
    const bend = { x: atEnd.x - atStart.x, y: atEnd.y - atStart.y };
    if (Math.hypot(bend.x, bend.y) > MOST_BENT) return undefined;
    const { points, label } = drawn.route;
    const moved = ({ x, y }: Point, part: number) => ({
      x: x + atStart.x + bend.x * part,
      y: y + atStart.y + bend.y * part,
    });
    const route = {
      points: points.map((point, index) => moved(point, index / (points.length - 1))),
      label: moved(label, 0.5),
    };
    const inSteps = countHits(route, among([fromBox, toBox]), 0);
    const holds = inSteps <= drawn.inSteps && countHits(route, others, 0) === 0;
    return holds ? route : undefined;
  }
}

/** How far a point on the outline of a box goes along when the box moves and grows. */
function shiftOf(point: Point, before: Box, now: Box): Point {
  const [across, along] = [
    (point.x - before.x) / before.width,
    (point.y - before.y) / before.height,
  ];
  return {
    x: now.x + across * now.width - point.x,
    y: now.y + along * now.height - point.y,
  };
}
