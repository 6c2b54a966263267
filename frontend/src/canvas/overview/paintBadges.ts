/** Paints how long the over-long silences are, on their stretches and large enough to be read. */

import type { GapBadge } from "../../findings/gaps";
import { boxAround, placeBadge } from "../../geometry/routes/labels";
import { type Obstacles, touch } from "../../geometry/routes/obstacles";
import type { Box, Route } from "../../geometry/shapes";
import { textWidth } from "../../geometry/sizes/typeface";
import { sayDays } from "../../model/duration";
import { tokens } from "../../theme/tokens";
import type { Sheet } from "./sheet";

/** Further out they would hide what they are about. */
const LEAST_ZOOM = 0.12;
/** In pixels on the screen. */
const SIZE = 10;
const PADDING = 5;
const HEIGHT = 15;
const { family, fallback } = tokens.font;

export interface PaintedBadge {
  readonly badge: GapBadge;
  /** The route of the edge that carries it. */
  readonly route: Route;
}

/**
 * The longest silences first, clear of the steps where there is room; a badge that would stand on
 * another one is left out.
 */
export function paintBadges(
  { context, zoom, scheme }: Sheet,
  badges: readonly PaintedBadge[],
  steps: Obstacles,
): void {
  if (zoom < LEAST_ZOOM) return;
  const { silence, surface } = tokens[scheme];
  const font = `700 ${SIZE}px ${family}, ${fallback}`;
  const taken: Box[] = [];
  context.font = `700 ${SIZE / zoom}px ${family}, ${fallback}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  for (const { badge, route } of badges) {
    const words = shortly(badge);
    const width = (textWidth(words, { font, line: HEIGHT }) + 2 * PADDING) / zoom;
    const height = HEIGHT / zoom;
    const middle = { ...route.label, width: 0, height: 0 };
    const at = placeBadge({ width, height }, middle, route.points, steps, taken);
    const box = boxAround(at, { width, height });
    if (taken.some((other) => touch(box, other))) continue;
    taken.push(box);
    context.beginPath();
    context.roundRect(box.x, box.y, width, height, height / 2);
    context.fillStyle = silence.over.line;
    context.fill();
    context.fillStyle = surface.canvas;
    context.fillText(words, at.x, at.y + 0.5 / zoom);
  }
}

function shortly({ finding: { days } }: GapBadge): string {
  return days === null ? "no end" : sayDays(days);
}
