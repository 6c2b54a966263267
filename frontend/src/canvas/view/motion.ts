/** Smooth motion of steps from one place to another. */
import type { Point } from "../../geometry/shapes";

/** How long steps are on their way, in milliseconds. */
const TIME = 380;
/** A smaller move than this, in pixels, is no journey. */
const SMALLEST_JOURNEY = 32;

export function wantsNoMotion(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/** How long the view takes to go somewhere, in milliseconds. */
export function viewTime(): number {
  return wantsNoMotion() ? 0 : 260;
}

export interface Journey {
  readonly from: Point;
  readonly to: Point;
}

/** Whether some of these moves are long enough to be watched. */
export function isJourney(journeys: Iterable<Journey>): boolean {
  for (const { from, to } of journeys) {
    if (Math.hypot(to.x - from.x, to.y - from.y) > SMALLEST_JOURNEY) return true;
  }
  return false;
}

/** Calls `draw` each frame with how far everything has come, 0 to 1; gives how to stop it. */
export function animate(draw: (part: number) => void, done: () => void): () => void {
  const started = performance.now();
  let frame = requestAnimationFrame(function next(now) {
    const part = Math.min(Math.max((now - started) / TIME, 0), 1);
    draw(1 - (1 - part) ** 3);
    if (part < 1) frame = requestAnimationFrame(next);
    else done();
  });
  return () => cancelAnimationFrame(frame);
}

export function along({ from, to }: Journey, part: number): Point {
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}
