/** Where the labels in view stand, for what has to keep clear of them. */
import { createStore } from "../state/store";
import { partsOf } from "./labels";
import type { Box, Point } from "./route";

export interface LabelPlace {
  readonly box: Box;
  /** The way of the edge, as in a route. */
  readonly points: readonly Point[];
}

export class LabelPlaces {
  /** Counts up whenever a label has come, gone or moved. */
  readonly moves = createStore(0);
  private readonly places = new Map<string, LabelPlace>();

  set(pair: string, place: LabelPlace): void {
    this.places.set(pair, place);
    this.moves.set((count) => count + 1);
  }

  delete(pair: string): void {
    this.places.delete(pair);
    this.moves.set((count) => count + 1);
  }

  get(pair: string): LabelPlace | undefined {
    return this.places.get(pair);
  }

  /** The lines of all edges but one, in short parts. */
  linesBeside(pair: string): Box[] {
    return [...this.places].flatMap(([other, { points }]) =>
      other === pair ? [] : partsOf(points),
    );
  }

  boxes(): Box[] {
    return [...this.places.values()].map(({ box }) => box);
  }
}
