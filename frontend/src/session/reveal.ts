/** Shows on the canvas what something else on the screen speaks of. */
import { createStore } from "../ui/store";

/** Steps and edges (from one step to the next), in the order of the stretch that they make. */
export interface Stretch {
  readonly steps: readonly string[];
  readonly edges: readonly (readonly [from: string, to: string])[];
}

/** What was asked to be shown last; null when nothing is. */
export const revealed = createStore<Stretch | null>(null);

/** Brings these steps into view and draws the stretch; the flow chart comes up where it is hidden. */
export function reveal({ steps, edges }: Stretch): void {
  // A new value each time, so that asking again for the same frames it again.
  revealed.set({ steps: [...steps], edges: [...edges] });
}

/** Draws no stretch any more. */
export function revealNothing(): void {
  revealed.set(null);
}

/** How an edge (`from to`) stands to what is shown: a part of it, or faded beside it. */
export function placeOnShown(stretch: Stretch | null, pair: string): "plain" | "shown" | "faded" {
  if (stretch === null) return "plain";
  return stretch.edges.some((edge) => edge.join(" ") === pair) ? "shown" : "faded";
}
