/** How somebody wants the panel of problems in this browser: what they folded, what they dragged. */
import { createRemembered } from "../../ui/remembered";
import { LEAST_HEIGHT } from "./useMostHeight";

export interface Wish {
  /** Null until somebody folds or unfolds it. */
  readonly folded: boolean | null;
  /** Of the list, in pixels; null until somebody sets it. */
  readonly height: number | null;
}

export const wish = createRemembered("touchline.problems", readWish);

export function wishFolded(folded: boolean): void {
  wish.set((now) => ({ ...now, folded }));
}

/** Null gives the choice back. */
export function wishHeight(height: number | null): void {
  wish.set((now) => ({ ...now, height }));
}

function readWish(stored: unknown): Wish {
  const { folded, height } = (stored ?? {}) as Partial<Record<keyof Wish, unknown>>;
  return {
    folded: typeof folded === "boolean" ? folded : null,
    height: typeof height === "number" && height >= LEAST_HEIGHT ? height : null,
  };
}
