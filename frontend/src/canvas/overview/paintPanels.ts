/** Paints the panels of the stages, with their names as large as can be read. */
import { tokens } from "../../theme/tokens";
import type { StagePanel } from "../stagePanels";
import { textWidth } from "../typeface";
import type { Sheet } from "./sheet";

const { family, fallback, step } = tokens.font;
const RADIUS = 14;
/** From the corner of a panel to its name, in pixels of the process. */
const INSET = 16;
/** The least size of a name, in pixels on the screen. */
const LEAST_SIZE = 11;

export function paintPanels({ context, zoom, scheme }: Sheet, panels: readonly StagePanel[]): void {
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
  for (const { name, x, y, width } of panels) {
    const wide = (textWidth(name, { font, line: step.lineHeight }) * size) / step.size;
    // Above its panel, so that it covers no step; where it would reach over another, it is left out.
    if (wide <= width) context.fillText(name, x + Math.min(INSET, width - wide), y - 2 / zoom);
  }
}
