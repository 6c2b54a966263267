/** Where the steps stand on the canvas at this moment, those in somebody's hand too. */

import { type Obstacles, touch } from "../../geometry/routes/obstacles";
import type { Box, Point } from "../../geometry/shapes";
import { Grid } from "../../geometry/space/Grid";
import { createStore } from "../../ui/store";

export class StepBoxes implements Obstacles {
  /** Counts up whenever a step has come, gone or moved. */
  readonly moves = createStore(0);
  /** Counts up when all steps were put somewhere at once, not when a single one is moved. */
  readonly arrangements = createStore(0);
  private boxes = new Map<string, Box>();
  private readonly grid = new Grid();
  private readonly listeners = new Map<string, Set<() => void>>();

  get(id: string): Box | undefined {
    return this.boxes.get(id);
  }

  all(): ReadonlyMap<string, Box> {
    return this.boxes;
  }

  /** Takes over where all steps stand, and says whether any came, went, moved or grew. */
  arrange(next: Iterable<readonly [id: string, box: Box]>): boolean {
    const before = this.boxes;
    const changed: string[] = [];
    this.boxes = new Map();
    for (const [id, box] of next) {
      const known = before.get(id);
      before.delete(id);
      if (known !== undefined && sameBox(known, box)) {
        this.boxes.set(id, known);
        continue;
      }
      if (known !== undefined) this.grid.take(id, known);
      this.putIn(id, box);
      changed.push(id);
    }
    for (const [id, box] of before) {
      this.grid.take(id, box);
      changed.push(id);
    }
    if (changed.length === 0) return false;
    for (const id of changed) this.tell(id);
    this.arrangements.set((count) => count + 1);
    this.moves.set((count) => count + 1);
    return true;
  }

  /** Moves one step. O(1), whatever the number of steps. */
  move(id: string, { x, y }: Point): void {
    const box = this.boxes.get(id);
    if (box === undefined || (box.x === x && box.y === y)) return;
    this.grid.take(id, box);
    this.putIn(id, { ...box, x, y });
    this.tell(id);
    this.moves.set((count) => count + 1);
  }

  /** Calls back whenever this one step moves; gives the way to stop. */
  subscribe(id: string, listener: () => void): () => void {
    const listeners = this.listeners.get(id) ?? new Set();
    this.listeners.set(id, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.listeners.get(id) === listeners) this.listeners.delete(id);
    };
  }

  within(area: Box): Box[] {
    return this.idsWithin(area).map((id) => this.boxes.get(id) as Box);
  }

  /** The steps that touch an area. */
  idsWithin(area: Box): string[] {
    return [...this.grid.near(area)].filter((id) => {
      const box = this.boxes.get(id);
      return box !== undefined && touch(box, area);
    });
  }

  /** The step at a point, the one on top where they stand on each other; null where none is. */
  at(point: Point): string | null {
    return this.idsWithin({ ...point, width: 0, height: 0 }).at(-1) ?? null;
  }

  private putIn(id: string, box: Box): void {
    this.boxes.set(id, box);
    this.grid.put(id, box);
  }

  private tell(id: string): void {
    for (const listener of this.listeners.get(id) ?? []) listener();
  }
}

function sameBox(a: Box, b: Box): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}
