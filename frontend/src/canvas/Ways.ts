/** The way of every edge between its steps as they stand now, found once and kept. */
import type { Edge } from "../document/model";
import type { Store } from "../state/store";
import type { DrawnWays } from "./DrawnWays";
import { labelSize } from "./labelSize";
import { clearLabel } from "./labels";
import { without } from "./obstacles";
import { type Box, type Route, route } from "./route";
import type { StepBoxes } from "./StepBoxes";

interface Known {
  readonly from: Box;
  readonly to: Box;
  readonly fromSides: boolean;
  readonly rest: number;
  readonly way: Route;
}

export class Ways {
  private known = new WeakMap<Edge, Known>();

  constructor(
    private readonly boxes: StepBoxes,
    private readonly drawn: DrawnWays,
    /** Counts up when steps have come to rest elsewhere, so that what stands in between changed. */
    private readonly rests: Store<number>,
  ) {}

  /** The way of an edge, its label clear of all steps; null while one of its ends stands nowhere. */
  of(edge: Edge, fromSides: boolean): Route | null {
    const [from, to] = [this.boxes.get(edge.from), this.boxes.get(edge.to)];
    if (from === undefined || to === undefined) return null;
    const rest = this.rests.get();
    const known = this.known.get(edge);
    if (
      known !== undefined &&
      known.from === from &&
      known.to === to &&
      known.rest === rest &&
      known.fromSides === fromSides
    ) {
      return known.way;
    }
    const line =
      this.drawn.between(edge.from, edge.to, from, to) ??
      route(from, to, without(this.boxes, from, to), fromSides);
    const way = { ...line, label: clearLabel(line, labelSize(edge), this.boxes) };
    this.known.set(edge, { from, to, fromSides, rest, way });
    return way;
  }

  /** Forgets the ways, as when words have become wider. */
  forget(): void {
    this.known = new WeakMap();
  }
}
