/** Keeps a snapshot of a shared document; what did not change keeps its identity. */
import type * as Y from "yjs";
import { byOrder } from "../model/order";
import type { Edge, Settings, Snapshot, Stage, Step } from "../model/snapshot";
import { readEdge, readSettings, readStages, readStep, type SharedMap } from "./read";

export interface Roots {
  readonly process: SharedMap;
  readonly stages: SharedMap;
  readonly steps: SharedMap;
  readonly edges: SharedMap;
}

type DeepEvents = readonly Y.YEvent<Y.AbstractType<unknown>>[];

export class SnapshotStore {
  private current: Snapshot;
  private settings: Settings;
  private stages: readonly Stage[];
  private steps = new Map<string, Step>();
  private stepIds: readonly string[] = [];
  /** Every edge that says what it joins, dangling ones and twins too. */
  private allEdges = new Map<string, Edge>();

  private settingsChanged = false;
  private stagesChanged = false;
  private readonly changedSteps = new Set<string>();
  private readonly changedEdges = new Set<string>();
  private readonly listeners = new Set<() => void>();

  constructor(
    doc: Y.Doc,
    private readonly roots: Roots,
  ) {
    this.settings = readSettings(roots.process);
    this.stages = readStages(roots.stages);
    roots.steps.forEach((_, id) => {
      this.changedSteps.add(id);
    });
    roots.edges.forEach((_, id) => {
      this.changedEdges.add(id);
    });
    this.readSteps();
    this.readEdges();
    this.current = this.assemble(undefined);

    roots.process.observe(() => {
      this.settingsChanged = true;
    });
    roots.stages.observeDeep(() => {
      this.stagesChanged = true;
    });
    roots.steps.observeDeep((events) => collectChanged(events, this.changedSteps));
    roots.edges.observeDeep((events) => collectChanged(events, this.changedEdges));
    doc.on("afterTransaction", () => this.refresh());
  }

  readonly getSnapshot = (): Snapshot => this.current;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  private refresh(): void {
    const stepsChanged = this.changedSteps.size > 0;
    const edgesChanged = this.changedEdges.size > 0;
    if (!this.settingsChanged && !this.stagesChanged && !stepsChanged && !edgesChanged) return;
    if (this.settingsChanged) this.settings = readSettings(this.roots.process);
    if (this.stagesChanged) this.stages = readStages(this.roots.stages);
    const membershipChanged = stepsChanged && this.readSteps();
    if (edgesChanged) this.readEdges();
    this.settingsChanged = false;
    this.stagesChanged = false;
    this.current = this.assemble(edgesChanged || membershipChanged ? undefined : this.current);
    for (const listener of this.listeners) listener();
  }

  /** Reads the changed steps; true when a step came or went. */
  private readSteps(): boolean {
    const next = new Map(this.steps);
    let membershipChanged = false;
    let orderChanged = false;
    for (const id of this.changedSteps) {
      const previous = this.steps.get(id);
      const step = readStep(id, this.roots.steps.get(id), previous);
      if (step === null) next.delete(id);
      else next.set(id, step);
      if ((previous === undefined) !== (step === null)) membershipChanged = true;
      if (previous?.order !== step?.order) orderChanged = true;
    }
    this.changedSteps.clear();
    this.steps = next;
    if (membershipChanged || orderChanged) {
      this.stepIds = [...next.values()].sort(byOrder).map((step) => step.id);
    }
    return membershipChanged;
  }

  private readEdges(): void {
    for (const id of this.changedEdges) {
      const edge = readEdge(id, this.roots.edges.get(id), this.allEdges.get(id));
      if (edge === null) this.allEdges.delete(id);
      else this.allEdges.set(id, edge);
    }
    this.changedEdges.clear();
  }

  /** The snapshot now; `sameEdges` is one whose edges still hold. */
  private assemble(sameEdges: Snapshot | undefined): Snapshot {
    const { settings, stages, steps, stepIds } = this;
    if (sameEdges !== undefined) {
      const { edges, outgoing, incoming } = sameEdges;
      return { settings, stages, steps, stepIds, edges, outgoing, incoming };
    }
    const edges = standingEdges(this.allEdges.values(), steps);
    const outgoing = groupIds(edges.values(), (edge) => edge.from, this.current?.outgoing);
    const incoming = groupIds(edges.values(), (edge) => edge.to, this.current?.incoming);
    return { settings, stages, steps, stepIds, edges, outgoing, incoming };
  }
}

/** The edges that join existing steps, in order; of two for one pair the first stands. */
function standingEdges(
  all: Iterable<Edge>,
  steps: ReadonlyMap<string, Step>,
): ReadonlyMap<string, Edge> {
  const standing = new Map<string, Edge>();
  const taken = new Map<string, Set<string>>();
  for (const edge of [...all].sort(byOrder)) {
    if (!steps.has(edge.from) || !steps.has(edge.to)) continue;
    const targets = taken.get(edge.from) ?? new Set();
    if (targets.has(edge.to)) continue;
    taken.set(edge.from, targets.add(edge.to));
    standing.set(edge.id, edge);
  }
  return standing;
}

function groupIds(
  edges: Iterable<Edge>,
  end: (edge: Edge) => string,
  previous: ReadonlyMap<string, readonly string[]> | undefined,
): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const edge of edges) {
    const group = groups.get(end(edge));
    if (group === undefined) groups.set(end(edge), [edge.id]);
    else group.push(edge.id);
  }
  const result = new Map<string, readonly string[]>();
  for (const [id, group] of groups) {
    const before = previous?.get(id);
    const same = before?.length === group.length && group.every((edge, at) => edge === before[at]);
    result.set(id, same && before !== undefined ? before : group);
  }
  return result;
}

/** Notes the ids of the top-level entries in which something changed. */
function collectChanged(events: DeepEvents, changed: Set<string>): void {
  for (const event of events) {
    const [id] = event.path;
    if (typeof id === "string") changed.add(id);
    else for (const key of event.changes.keys.keys()) changed.add(key);
  }
}
