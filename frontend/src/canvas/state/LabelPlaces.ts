/** Where the labels in view stand, for what has to keep clear of them. */

import { partsOf } from "../../geometry/routes/labels";
import { areaOf, touch } from "../../geometry/routes/obstacles";
import type { Box, Point } from "../../geometry/shapes";
import { createStore } from "../../ui/store";

export interface LabelPlace {
  readonly box: Box;
  /** The points of its route. */
  readonly points: readonly Point[];
}

export class LabelPlaces {
  /** Counts up whenever a label has come, gone or moved. */
  readonly moves = createStore(0);
  /** Counts up whenever a label has come or gone. */
  readonly comings = createStore(0);
  private readonly places = new Map<string, LabelPlace>();
  private readonly parts = new WeakMap<readonly Point[], readonly Box[]>();

  set(pair: string, place: LabelPlace): void {
    const isNew = !this.places.has(pair);
    this.places.set(pair, place);
    this.moves.set((count) => count + 1);
    if (isNew) this.comings.set((count) => count + 1);
  }

  delete(pair: string): void {
    if (!this.places.delete(pair)) return;
    this.moves.set((count) => count + 1);
    this.comings.set((count) => count + 1);
  }

  get(pair: string): LabelPlace | undefined {
    return this.places.get(pair);
  }

  /** The lines of all edges but one that come into an area, in short parts. */
  linesBeside(pair: string, area: Box): Box[] {
    return [...this.places].flatMap(([other, { points }]) =>
      other !== pair && touch(areaOf(points, 0, 0), area) ? this.partsOf(points) : [],
    );
  }

  boxes(): Box[] {
    return [...this.places.values()].map(({ box }) => box);
  }

  /** Cut up once for each route, which stays itself while nothing moves. */
  private partsOf(points: readonly Point[]): readonly Box[] {
    const known = this.parts.get(points) ?? partsOf(points);
    this.parts.set(points, known);
    return known;
  }
}
