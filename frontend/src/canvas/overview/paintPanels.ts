/** Paints the panels of the stages, with their names large enough to be read. */

import { type Obstacles, touch } from "../../geometry/routes/obstacles";
import type { Box } from "../../geometry/shapes";
import { textWidth } from "../../geometry/sizes/typeface";
import type { StagePanel } from "../../geometry/space/stagePanels";
import { tokens } from "../../theme/tokens";
import type { Sheet } from "./sheet";

const { family, fallback, step } = tokens.font;
const RADIUS = 14;
/** From the corner of a panel to its name, in pixels of the process. */
const INSET = 16;
/** The least size of a name, in pixels on the screen. */
const LEAST_SIZE = 11;

export function paintPanels(
  { context, zoom, scheme }: Sheet,
  panels: readonly StagePanel[],
  steps: Obstacles,
): void {
  const { surface } = tokens[scheme];
  context.fillStyle = surface.stageFill;
  context.strokeStyle = surface.stageStroke;
  context.lineWidth = 1 / zoom;
  for (const { x, y, width, height } of panels) {
    context.beginPath();
    context.roundRect(x, y, width, height, RADIUS);
    context.fill();
    context.stroke();
  }
  const size = Math.max(step.size, LEAST_SIZE / zoom);
  const font = `${step.weight} ${step.size}px ${family}, ${fallback}`;
  context.font = `${step.weight} ${size}px ${family}, ${fallback}`;
  context.fillStyle = surface.textSoft;
  context.textAlign = "left";
  context.textBaseline = "bottom";
  const taken: Box[] = [];
  const isFree = (box: Box) =>
    steps.within(box).length === 0 && !taken.some((other) => touch(box, other));
  for (const { name, x, y, width } of panels) {
    const wide = (textWidth(name, { font, line: step.lineHeight }) * size) / step.size;
    const high = size * 1.2;
    const air = 4 / zoom;
    // On its panel where there is room, else beside it; no name at all rather than one on a step.
    const places = [
      { x: x + Math.min(INSET, Math.max(width - wide, 0)), y: y - high },
      { x: x + width + air, y },
      { x: x - wide - air, y },
    ];
    const free = places.map((at) => ({ ...at, width: wide, height: high })).find(isFree);
    if (free === undefined) continue;
    taken.push(free);
    context.fillText(name, free.x, free.y + high);
  }
}
