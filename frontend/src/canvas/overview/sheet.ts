/** What the overview paints, and what it paints on. */
import type { Severity, SilenceLevel } from "../../api/types";
import type { Box, Route } from "../../geometry/shapes";
import type { StepBox } from "../../geometry/sizes/stepBox";
import type { Step } from "../../model/snapshot";
import type { Scheme } from "../../theme/tokens";

export type Place = "plain" | "shown" | "faded";

export interface PaintedStep {
  readonly step: Step;
  readonly box: Box;
  readonly words: StepBox;
  readonly selected: boolean;
  readonly place: Place;
  /** The worst of its findings. */
  readonly severity: Severity | undefined;
}

export interface PaintedEdge {
  readonly route: Route;
  readonly level: SilenceLevel;
  readonly selected: boolean;
  readonly place: Place;
}

/** What is painted on, where a unit is a pixel of the process. */
export interface Sheet {
  readonly context: CanvasRenderingContext2D;
  readonly zoom: number;
  readonly scheme: Scheme;
}

/** How much is left of what stands beside a stretch that is shown. */
export const FADED = 0.3;

/**
 * A width in the process's pixels, that on the screen is so wide at least; but for the smallest
 * zooms, where lines as wide as that would hide everything: there it is at most so many times as
 * wide as at full size.
 */
export function wide({ zoom }: Sheet, width: number, least: number, most = 6): number {
  return Math.max(width, Math.min(least / zoom, width * most));
}

/** The least that a step measures on the screen, in pixels, so that it is there at all. */
const LEAST_STEP = { width: 5, height: 1 };

/** The box of a step as it is painted: where it stands, and at any zoom large enough to be seen. */
export function visible({ x, y, width, height }: Box, zoom: number): Box {
  const wide = Math.max(width, LEAST_STEP.width / zoom);
  const high = Math.max(height, LEAST_STEP.height / zoom);
  return { x: x - (wide - width) / 2, y: y - (high - height) / 2, width: wide, height: high };
}
