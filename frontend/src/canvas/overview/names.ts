/** The words of steps, painted small where they stand at full size. */

import { DETAIL_GAP, ICON_GAP, ICON_SIZE } from "../../geometry/sizes/stepBox";
import { DETAIL_TYPE, NAME_TYPE } from "../../geometry/sizes/typeface";
import { type Look, type Scheme, tokens } from "../../theme/tokens";
import type { PaintedStep } from "./sheet";

/** Names are drawn while they tell one step from another, if not more. */
export const LEAST_ZOOM_OF_NAMES = 0.22;
const { paddingX } = tokens.step;

/** The names as they stand at full size; this small they are more of a grain than words. */
export function writeNames(
  context: CanvasRenderingContext2D,
  steps: readonly PaintedStep[],
  { text, icon }: (typeof tokens)[Scheme]["kind"][Look],
): void {
  context.textBaseline = "middle";
  for (const { step, box, words } of steps) {
    const isDecision = step.kind === "decision";
    context.textAlign = isDecision ? "center" : "left";
    const x = box.x + (isDecision ? box.width / 2 : paddingX + ICON_SIZE + ICON_GAP);
    const below = words.details.length === 0 ? 0 : DETAIL_GAP;
    const height =
      words.name.length * NAME_TYPE.line + below + words.details.length * DETAIL_TYPE.line;
    let y = box.y + (box.height - height) / 2;
    if (!isDecision) {
      context.fillStyle = icon;
      context.beginPath();
      const middle = box.y + box.height / 2;
      context.arc(box.x + paddingX + ICON_SIZE / 2, middle, ICON_SIZE * 0.3, 0, 2 * Math.PI);
      context.fill();
    }
    for (const [lines, type, colour] of [
      [words.name, NAME_TYPE, text],
      [words.details, DETAIL_TYPE, icon],
    ] as const) {
      context.font = type.font;
      context.fillStyle = colour;
      for (const line of lines) {
        context.fillText(line, x, y + type.line / 2);
        y += type.line;
      }
      y += below;
    }
  }
}
