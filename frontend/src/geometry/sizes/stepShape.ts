/** The outlines of the steps as SVG paths, each with its top-left corner at (0, 0). */
import { isTouch, type Step } from "../../model/snapshot";
import { tokens } from "../../theme/tokens";

/** What the outline of a step depends on. */
type Shape = Pick<Step, "kind" | "channel">;

const { cornerRadius, fold } = tokens.step;
/** How far a tall stadium's ends are rounded, in pixels. */
const MOST_ROUND = 36;
const NEARLY_SQUARE = 1.5;

/** The outline of a step of this size. */
export function shapeOf(step: Shape, width: number, height: number): string {
  switch (step.kind) {
    case "start":
    case "end":
      return rectangle(width, height, Math.min(height / 2, MOST_ROUND));
    case "decision":
      return `M${width / 2},0L${width},${height / 2}L${width / 2},${height}L0,${height / 2}Z`;
    case "task":
      return rectangle(width, height, NEARLY_SQUARE);
    case "contact":
      return isTouch(step)
        ? `M0,0H${width - fold}L${width},${fold}V${height}H0Z`
        : rectangle(width, height, cornerRadius);
  }
}

/** The folded corner of a touch; null for every other step. */
export function foldOf(step: Shape, width: number): string | null {
  return isTouch(step) ? `M${width - fold},0V${fold}H${width}` : null;
}

function rectangle(width: number, height: number, radius: number): string {
  const r = Math.min(radius, width / 2, height / 2);
  const arc = (x: number, y: number) => `A${r},${r} 0 0 1 ${x},${y}`;
  return [
    `M${r},0H${width - r}${arc(width, r)}V${height - r}${arc(width - r, height)}`,
    `H${r}${arc(0, height - r)}V${r}${arc(r, 0)}Z`,
  ].join("");
}
