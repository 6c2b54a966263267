/** What of the painted overview a point is on. */
import type { ReactFlowState } from "@xyflow/react";
import { pointsAlong } from "../../geometry/routes/curve";
import { areaOf } from "../../geometry/routes/obstacles";
import type { Point } from "../../geometry/shapes";
import type { Snapshot } from "../../model/snapshot";
import type { CanvasState } from "./CanvasContext";

/** How far from an edge the pointer still means it, in pixels on the screen. */
const REACH = 7;

export interface Hit {
  readonly step: string | null;
  readonly edge: string | null;
}

/** Where on the process the pointer is. */
export function pointUnder(
  { domNode, transform: [left, top, zoom] }: ReactFlowState,
  pointer: { readonly clientX: number; readonly clientY: number },
): Point {
  const bounds = domNode?.getBoundingClientRect() ?? { x: 0, y: 0 };
  return {
    x: (pointer.clientX - bounds.x - left) / zoom,
    y: (pointer.clientY - bounds.y - top) / zoom,
  };
}

/** What is at a point of the process: a step, else the edge nearest to it. */
export function hitAt(canvas: CanvasState, snapshot: Snapshot, point: Point, zoom: number): Hit {
  const step = canvas.boxes.at(point);
  return { step, edge: step === null ? edgeAt(canvas, snapshot, point, zoom) : null };
}

/** The edge nearest to a point of the process; null when none is near. */
export function edgeAt(
  { routes }: CanvasState,
  snapshot: Snapshot,
  point: Point,
  zoom: number,
): string | null {
  const reach = REACH / zoom;
  let nearest: string | null = null;
  let least = reach;
  for (const edge of snapshot.edges.values()) {
    const route = routes.of(edge, snapshot);
    if (route === null || !isNear(route.points, point, reach)) continue;
    const [start, end] = [route.points[0], route.points.at(-1)];
    if (start === undefined || end === undefined) continue;
    const along = [start, ...pointsAlong(route.points), end];
    for (let n = 1; n < along.length; n += 1) {
      const distance = fromLine(point, along[n - 1] as Point, along[n] as Point);
      if (distance < least) [nearest, least] = [edge.id, distance];
    }
  }
  return nearest;
}

function isNear(points: readonly Point[], { x, y }: Point, reach: number): boolean {
  const area = areaOf(points, reach, reach);
  return x >= area.x && y >= area.y && x <= area.x + area.width && y <= area.y + area.height;
}

/** How far a point is from a straight line between two others. */
export function fromLine(point: Point, start: Point, end: Point): number {
  const [dx, dy] = [end.x - start.x, end.y - start.y];
  const length = dx * dx + dy * dy;
  const along = ((point.x - start.x) * dx + (point.y - start.y) * dy) / (length || 1);
  const part = Math.min(Math.max(along, 0), 1);
  return Math.hypot(point.x - start.x - part * dx, point.y - start.y - part * dy);
}
