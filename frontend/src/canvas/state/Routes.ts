/** The route of every edge between its steps as they stand now, found once and kept. */

import { boxAround, clearLabel, reachOf } from "../../geometry/routes/labels";
import { without } from "../../geometry/routes/obstacles";
import { type Manner, routeBetween, straight } from "../../geometry/routes/route";
import type { Box, Point, Route } from "../../geometry/shapes";
import { labelSize } from "../../geometry/sizes/labelSize";
import { Grid } from "../../geometry/space/Grid";
import type { Edge, Snapshot } from "../../model/snapshot";
import type { Store } from "../../ui/store";
import type { DrawnRoutes, Ends } from "./DrawnRoutes";
import type { StepBoxes } from "./StepBoxes";

interface Known {
  readonly edge: Edge;
  readonly from: Box;
  readonly to: Box;
  readonly manner: Manner;
  readonly rest: number;
  readonly route: Route;
  readonly label: Box;
}

export class Routes {
  private readonly known = new Map<string, Known>();
  private readonly labels = new Grid();

  constructor(
    private readonly boxes: StepBoxes,
    private readonly drawn: DrawnRoutes,
    /** Counts up when steps have come to rest elsewhere, so that what stands in between changed. */
    private readonly rests: Store<number>,
  ) {}

  /**
   * The route of an edge, its label clear of all steps and of the labels whose routes were asked for
   * before; null while one of its ends stands nowhere.
   */
  of(edge: Edge, snapshot: Snapshot): Route | null {
    const [from, to] = [this.boxes.get(edge.from), this.boxes.get(edge.to)];
    if (from === undefined || to === undefined) return null;
    const known = this.known.get(edge.id);
    const manner = mannerOf(edge, snapshot);
    if (
      known?.edge === edge &&
      known.from === from &&
      known.to === to &&
      known.rest === this.rests.get() &&
      known.manner.fromSides === manner.fromSides &&
      known.manner.opposed === manner.opposed
    ) {
      return known.route;
    }
    this.drop(edge.id);
    const line = this.lead(edge, from, to, manner);
    const size = labelSize(edge);
    const at = clearLabel(line, size, this.boxes, this.labelsIn(reachOf(line.points, size)));
    const found = { ...line, label: at };
    // A route that is as it was stays itself, so that nobody draws it anew.
    const route = known !== undefined && sameRoute(known.route, found) ? known.route : found;
    const label = boxAround(at, size);
    this.known.set(edge.id, { edge, from, to, manner, rest: this.rests.get(), route, label });
    this.labels.put(edge.id, label);
    return route;
  }

  /** The route that an edge would have that joins two steps; null while one of them stands nowhere. */
  joining(ends: Ends, snapshot: Snapshot): Route | null {
    const [from, to] = [this.boxes.get(ends.from), this.boxes.get(ends.to)];
    if (from === undefined || to === undefined) return null;
    return this.lead(ends, from, to, mannerOf(ends, snapshot));
  }

  /** Forgets the routes of edges that are there no longer. */
  keepOnly(edges: ReadonlyMap<string, Edge>): void {
    for (const id of this.known.keys()) if (!edges.has(id)) this.drop(id);
  }

  /** Forgets all routes, as when words have become wider. */
  forget(): void {
    this.keepOnly(new Map());
  }

  private lead(ends: Ends, from: Box, to: Box, manner: Manner): Route {
    const others = without(this.boxes, from, to);
    return (
      straight(from, to, others, manner) ??
      this.drawn.between(ends, from, to, others) ??
      routeBetween(from, to, others, manner)
    );
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

/** By which sides an edge goes. */
function mannerOf({ from, to }: Ends, { steps, edges, outgoing }: Snapshot): Manner {
  const back = outgoing.get(to)?.some((id) => edges.get(id)?.to === from) ?? false;
  return { fromSides: steps.get(from)?.kind === "decision", opposed: back };
}

function sameRoute(a: Route, b: Route): boolean {
  const same = (p: Point, q: Point | undefined) => p.x === q?.x && p.y === q.y;
  return (
    same(a.label, b.label) &&
    a.points.length === b.points.length &&
    a.points.every((point, index) => same(point, b.points[index]))
  );
}
