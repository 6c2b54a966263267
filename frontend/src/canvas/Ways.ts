/** The way of every edge between its steps as they stand now, found once and kept. */
import type { Edge } from "../document/model";
import type { Store } from "../state/store";
import type { DrawnWays } from "./DrawnWays";
import { Grid } from "./Grid";
import { labelSize } from "./labelSize";
import { boxAround, clearLabel, reachOf } from "./labels";
import { without } from "./obstacles";
import { type Box, type Route, route } from "./route";
import type { StepBoxes } from "./StepBoxes";

interface Known {
  readonly edge: Edge;
  readonly from: Box;
  readonly to: Box;
  readonly fromSides: boolean;
  readonly rest: number;
  readonly way: Route;
  readonly label: Box;
}

export class Ways {
  private readonly known = new Map<string, Known>();
  private readonly labels = new Grid();

  constructor(
    private readonly boxes: StepBoxes,
    private readonly drawn: DrawnWays,
    /** Counts up when steps have come to rest elsewhere, so that what stands in between changed. */
    private readonly rests: Store<number>,
  ) {}

  /**
   * The way of an edge, its label clear of all steps and of the labels whose ways were asked for
   * before; null while one of its ends stands nowhere.
   */
  of(edge: Edge, fromSides: boolean): Route | null {
    const [from, to] = [this.boxes.get(edge.from), this.boxes.get(edge.to)];
    if (from === undefined || to === undefined) return null;
    const known = this.known.get(edge.id);
    if (
      known?.edge === edge &&
      known.from === from &&
      known.to === to &&
      known.rest === this.rests.get() &&
      known.fromSides === fromSides
    ) {
      return known.way;
    }
    this.drop(edge.id);
    const line =
      this.drawn.between(edge.from, edge.to, from, to) ??
      route(from, to, without(this.boxes, from, to), fromSides);
    const size = labelSize(edge);
    const at = clearLabel(line, size, this.boxes, this.labelsIn(reachOf(line.points, size)));
    const way = { ...line, label: at };
    const label = boxAround(at, size);
    this.known.set(edge.id, { edge, from, to, fromSides, rest: this.rests.get(), way, label });
    this.labels.put(edge.id, label);
    return way;
  }

  /** Forgets the ways of edges that are there no longer. */
  keepOnly(edges: ReadonlyMap<string, Edge>): void {
    for (const id of this.known.keys()) if (!edges.has(id)) this.drop(id);
  }

  /** Forgets all ways, as when words have become wider. */
  forget(): void {
    this.keepOnly(new Map());
  }

  /** The labels near an area that were placed since steps last came to rest. */
  private labelsIn(area: Box): Box[] {
    const found: Box[] = [];
    for (const id of this.labels.near(area)) {
      const known = this.known.get(id);
      if (known?.rest === this.rests.get()) found.push(known.label);
    }
    return found;
  }

  private drop(id: string): void {
    const known = this.known.get(id);
    if (known === undefined) return;
    this.labels.take(id, known.label);
    this.known.delete(id);
  }
}
