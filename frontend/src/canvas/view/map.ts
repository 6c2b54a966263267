/** The map of the process: all steps small, and what of them is in view. */

import { areaAround } from "../../geometry/routes/obstacles";
import type { Box } from "../../geometry/shapes";
import type { Step } from "../../model/snapshot";
import { lookOf } from "../../theme/look";
import { type Look, type Scheme, tokens } from "../../theme/tokens";

/** As in the style sheet, in pixels; the border takes one on each side. */
const WIDTH = 166;
const HEIGHT = 110;
/** From the steps to the edge of the map. */
const AIR = 8;
/** The least that a step measures on the map, so that it is there at all. */
const LEAST = 1.2;

/** Which part of the process the map shows: its upper left corner, and how small. */
export interface Mapping {
  readonly left: number;
  readonly top: number;
  readonly scale: number;
}

/** The mapping that has all these boxes in the middle of the map. */
export function areaMapped(boxes: Iterable<Box>): Mapping {
  const { x, y, width, height } = areaAround([...boxes]) ?? { x: 0, y: 0, width: 1, height: 1 };
  const scale = Math.min((WIDTH - 2 * AIR) / width, (HEIGHT - 2 * AIR) / height, 0.2);
  return {
    left: x + width / 2 - WIDTH / 2 / scale,
    top: y + height / 2 - HEIGHT / 2 / scale,
    scale,
  };
}

/** What is in view, on the map; a part of it stays there when the view has left the steps. */
export function viewOnMap(
  { left, top, scale }: Mapping,
  view: { readonly transform: readonly [number, number, number]; width: number; height: number },
): Box {
  const [x, y, zoom] = view.transform;
  const width = (view.width / zoom) * scale;
  const height = (view.height / zoom) * scale;
  const within = (at: number, length: number, room: number) =>
    Math.min(Math.max(at, 3 - length), room - 3);
  return {
    x: within((-x / zoom - left) * scale, width, WIDTH),
    y: within((-y / zoom - top) * scale, height, HEIGHT),
    width,
    height,
  };
}

/** Whether all that is mapped is in view, so that a frame around it would say nothing. */
export function seesAll({ x, y, width, height }: Box): boolean {
  return x <= AIR && y <= AIR && x + width >= WIDTH - AIR && y + height >= HEIGHT - AIR;
}

export function paintMap(
  paper: HTMLCanvasElement,
  { left, top, scale }: Mapping,
  boxes: ReadonlyMap<string, Box>,
  steps: ReadonlyMap<string, Step>,
  scheme: Scheme,
): void {
  const dots = devicePixelRatio;
  paper.width = Math.round(WIDTH * dots);
  paper.height = Math.round(HEIGHT * dots);
  const context = paper.getContext("2d");
  if (context === null) return;
  context.scale(dots, dots);
  const least = LEAST / scale;
  const groups = new Map<Look, Path2D>();
  for (const [id, { x, y, width, height }] of boxes) {
    const step = steps.get(id);
    if (step === undefined) continue;
    const look = lookOf(step);
    const path = groups.get(look) ?? new Path2D();
    groups.set(look, path);
    const [wide, high] = [Math.max(width, least) * scale, Math.max(height, least) * scale];
    path.rect((x - left) * scale, (y - top) * scale, wide, high);
  }
  for (const [look, path] of groups) {
    context.fillStyle = tokens[scheme].kind[look].stroke;
    context.fill(path);
  }
}
