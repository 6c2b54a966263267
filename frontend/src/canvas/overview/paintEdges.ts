/** Paints edges small, on the routes and in the colours that they have at full size. */

import { arrowOf } from "../../geometry/routes/line";
import type { Point } from "../../geometry/shapes";
import { LEVELS, tokens } from "../../theme/tokens";
import { FADED, type PaintedEdge, type Sheet, wide } from "./sheet";

/** The least widths of lines, in pixels on the screen. */
const LEAST_LINE = 0.8;
const LEAST_LONG = 2;
const LEAST_BAND = 5;
/** Below this zoom arrows stay as large on the screen as they are at it. */
const LARGE_ARROWS = 0.25;

export function paintEdges(sheet: Sheet, edges: readonly PaintedEdge[]): void {
  const { context, zoom, scheme } = sheet;
  const { silence, surface } = tokens[scheme];
  const bands = (chosen: readonly PaintedEdge[], colour: string, alpha: number, width: number) => {
    strokeRoutes(context, chosen, colour, alpha, wide(sheet, width, LEAST_BAND, 3));
  };
  for (const level of ["over", "endless"] as const) {
    const long = edges.filter((edge) => edge.level === level && edge.place === "plain");
    bands(long, silence[level].line, 0.18, 14);
  }
  bands(
    edges.filter(({ place }) => place === "shown"),
    silence.over.line,
    0.45,
    16,
  );
  bands(
    edges.filter(({ selected }) => selected),
    surface.accent,
    0.5,
    9,
  );
  for (const faded of [true, false]) {
    for (const level of LEVELS) {
      const { line, width, dash } = silence[level];
      const alike = edges.filter((one) => one.level === level && (one.place === "faded") === faded);
      const isLong = level === "over" || level === "endless";
      const drawn = wide(sheet, width, isLong ? LEAST_LONG : LEAST_LINE);
      const alpha = faded ? FADED : 1;
      const dashes = dash === "" ? [] : dash.split(" ").map((part) => (+part * drawn) / width);
      context.setLineDash(dashes);
      strokeRoutes(context, alike, line, alpha, drawn);
      context.setLineDash([]);
      fillArrows(context, alike, line, alpha, Math.max(1, LARGE_ARROWS / zoom));
    }
  }
}

/** An edge that the pointer is on. */
export function paintHoveredEdge(sheet: Sheet, edge: PaintedEdge): void {
  const { accent } = tokens[sheet.scheme].surface;
  strokeRoutes(sheet.context, [edge], accent, 0.35, wide(sheet, 10, LEAST_BAND, 3));
}

function strokeRoutes(
  context: CanvasRenderingContext2D,
  edges: readonly PaintedEdge[],
  colour: string,
  alpha: number,
  width: number,
): void {
  if (edges.length === 0) return;
  context.globalAlpha = alpha;
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.lineJoin = "round";
  context.beginPath();
  for (const { route } of edges) traceRoute(context, route.points);
  context.stroke();
  context.globalAlpha = 1;
}

function traceRoute(context: CanvasRenderingContext2D, points: readonly Point[]): void {
  const [start] = points;
  if (start === undefined) return;
  context.moveTo(start.x, start.y);
  for (let n = 1; n + 2 < points.length; n += 3) {
    const [a, b, c] = [points[n], points[n + 1], points[n + 2]] as [Point, Point, Point];
    context.bezierCurveTo(a.x, a.y, b.x, b.y, c.x, c.y);
  }
}

function fillArrows(
  context: CanvasRenderingContext2D,
  edges: readonly PaintedEdge[],
  colour: string,
  alpha: number,
  scale: number,
): void {
  if (edges.length === 0) return;
  context.globalAlpha = alpha;
  context.fillStyle = colour;
  context.beginPath();
  for (const { route } of edges) {
    const [tip, left, right] = arrowOf(route.points, scale);
    context.moveTo(tip.x, tip.y);
    context.lineTo(left.x, left.y);
    context.lineTo(right.x, right.y);
    context.closePath();
  }
  context.fill();
  context.globalAlpha = 1;
}
