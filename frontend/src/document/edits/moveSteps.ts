import type { TouchlineDocument } from "../TouchlineDocument";
import { entryOf, setKeys } from "../write";

export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Gives steps that stand nowhere a place by itself. It is noted as such, so that a file that was
 * imported without places goes out without them, until somebody moves a step.
 */
export function arrangeSteps(
  document: TouchlineDocument,
  positions: Iterable<readonly [string, Point]>,
): void {
  document.arrange(() => {
    moveSteps(document, positions);
    for (const [id] of positions) {
      const step = entryOf(document.steps, id);
      if (step !== null) setKeys(step, { arranged: `${step.get("x")},${step.get("y")}` });
    }
  });
}

/** Moves steps to stand with their top-left corners here; `typing` joins a row of nudges. */
export function moveSteps(
  document: TouchlineDocument,
  positions: Iterable<readonly [string, Point]>,
  typing: string | null = null,
): void {
  document.edit(() => {
    for (const [id, { x, y }] of positions) {
      const step = entryOf(document.steps, id);
      if (step !== null) setKeys(step, { x: Math.round(x), y: Math.round(y) });
    }
  }, typing);
}
