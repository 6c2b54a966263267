/** Takes over a process that the server made (a fix, an import): one edit, only what differs. */

import type { Process, ProcessEdge, ProcessStep } from "../../api/process";
import { canonicalDuration } from "../../model/duration";
import { plainFields } from "../../model/fields";
import { randomId } from "../../model/ids";
import { keysInOrder, type Ordered } from "../../model/order";
import { DEFAULT_SETTINGS, type Snapshot } from "../../model/snapshot";
import type { SharedMap } from "../read";
import type { TouchlineDocument } from "../TouchlineDocument";
import {
  EDGE_LISTS,
  edgeMap,
  entriesOf,
  entryOf,
  mapOf,
  STEP_LISTS,
  setKey,
  setKeys,
  stepMap,
  subMap,
} from "../write";

/** Makes the document say what the process says; what is the same already is not touched. */
export function applyProcess(document: TouchlineDocument, process: Process): void {
  document.edit(() => {
    const before = document.snapshot;
    applySettings(document.process, process);
    const stageIds = applyStages(document.stages, before, process.stages ?? []);
    applySteps(document.steps, before, process.steps ?? [], stageIds);
    applyEdges(document.edges, before, process.edges ?? []);
  });
}

function applySettings(map: SharedMap, process: Process): void {
  setFields(map, "process", { ...DEFAULT_SETTINGS, ...process });
}

/** Gives the id of each stage by its name. */
function applyStages(
  stages: SharedMap,
  before: Snapshot,
  names: readonly string[],
): ReadonlyMap<string, string> {
  const existing = new Map(before.stages.map((stage) => [stage.name.trim(), stage]));
  const ordered = names.map((name): Ordered => existing.get(name) ?? { id: randomId(), order: "" });
  const wanted = new Set(ordered.map((stage) => stage.id));
  for (const stage of before.stages) {
    if (!wanted.has(stage.id)) stages.delete(stage.id);
  }
  const ids = new Map<string, string>();
  names.forEach((name, index) => {
    const stage = ordered[index];
    if (stage === undefined) return;
    ids.set(name, stage.id);
    if (!stages.has(stage.id)) stages.set(stage.id, mapOf({ name }));
  });
  setOrders(stages, ordered);
  return ids;
}

function applySteps(
  steps: SharedMap,
  before: Snapshot,
  wanted: readonly ProcessStep[],
  stageIds: ReadonlyMap<string, string>,
): void {
  const kept = new Set(wanted.map((step) => step.id));
  for (const id of before.stepIds) {
    if (!kept.has(id)) steps.delete(id);
  }
  for (const step of wanted) {
    let map = entryOf(steps, step.id);
    if (map === null) {
      map = stepMap({});
      steps.set(step.id, map);
    }
    setFields(map, "step", step);
    setKey(map, "stage", step.stage === undefined ? undefined : stageIds.get(step.stage));
    setKeys(map, { x: step.position?.x, y: step.position?.y });
    const existing = before.steps.get(step.id);
    for (const list of STEP_LISTS) {
      applyList(subMap(map, list), existing?.[list] ?? [], entriesOf(step[list]));
    }
  }
  setOrders(
    steps,
    wanted.map(({ id }) => ({ id, order: before.steps.get(id)?.order ?? "" })),
  );
}

function applyEdges(edges: SharedMap, before: Snapshot, wanted: readonly ProcessEdge[]): void {
  const pair = (edge: { from: string; to: string }) => `${edge.from} ${edge.to}`;
  const existing = new Map([...before.edges.values()].map((edge) => [pair(edge), edge]));
  const kept = new Set(wanted.map(pair));
  // Every edge in the map, and not only the standing ones: a hidden twin must not come to light.
  edges.forEach((value, id) => {
    const from = (value as Partial<SharedMap>).get?.("from");
    const to = (value as Partial<SharedMap>).get?.("to");
    const standing = before.edges.has(id) && kept.has(`${String(from)} ${String(to)}`);
    if (!standing) edges.delete(id);
  });
  const ordered = wanted.map((edge): Ordered => {
    const { from, to } = edge;
    const known = existing.get(pair(edge));
    const id = known?.id ?? randomId();
    let map = entryOf(edges, id);
    if (map === null) {
      map = edgeMap({ from, to });
      edges.set(id, map);
    }
    setFields(map, "edge", edge);
    for (const list of EDGE_LISTS) {
      applyList(subMap(map, list), known?.[list] ?? [], entriesOf(edge[list]));
    }
    return { id, order: known?.order ?? "" };
  });
  setOrders(edges, ordered);
}

/** Makes a list hold these entries in this order; entries that say the same stay themselves. */
function applyList(
  entries: SharedMap,
  before: readonly Ordered[],
  wanted: readonly object[],
): void {
  const free = new Map<string, Ordered[]>();
  for (const item of before) {
    const { id: _, order: __, ...fields } = item;
    const key = sameness(fields);
    free.set(key, [...(free.get(key) ?? []), item]);
  }
  const ordered = wanted.map((fields): Ordered => {
    const known = free.get(sameness(fields))?.shift();
    if (known !== undefined) return known;
    const id = randomId();
    entries.set(id, mapOf({ ...fields }));
    return { id, order: "" };
  });
  for (const left of free.values()) for (const item of left) entries.delete(item.id);
  setOrders(entries, ordered);
}

/** Two entries that say the same give the same text. */
function sameness(fields: object): string {
  return JSON.stringify(Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function setOrders(map: SharedMap, items: readonly Ordered[]): void {
  for (const [id, order] of keysInOrder(items)) {
    const entry = entryOf(map, id);
    if (entry !== null) setKey(entry, "order", order);
  }
}

/** Makes the plain fields of a group be these. */
function setFields(map: SharedMap, group: "process" | "step" | "edge", values: object): void {
  const wanted = values as Readonly<Record<string, unknown>>;
  for (const { key, form } of plainFields(group)) {
    if (form === "duration") setDuration(map, key, wanted[key] as string | undefined);
    else setKey(map, key, wanted[key]);
  }
}

/** Sets a duration unless the text that is there already means the same. */
function setDuration(map: SharedMap, key: string, text: string | undefined): void {
  const there = map.get(key);
  const next = text === undefined ? undefined : (canonicalDuration(text) ?? text);
  if (typeof there === "string" && next !== undefined && canonicalDuration(there) === next) return;
  setKey(map, key, next);
}
