import type { TouchlineDocument } from "../TouchlineDocument";
import { entryOf, setKeys } from "../write";

export interface Point {
  readonly x: number;
  readonly y: number;
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
