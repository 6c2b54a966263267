/** Adds the steps and edges of another process, as pasting does. */

import type { Process, ProcessEdge, ProcessStep } from "../../api/process";
import { canonicalDuration } from "../../model/duration";
import { plainFields } from "../../model/fields";
import { randomId } from "../../model/ids";
import { keyAfterAll } from "../../model/order";
import { currentOrders } from "../current";
import type { SharedMap } from "../read";
import type { TouchlineDocument } from "../TouchlineDocument";
import { EDGE_LISTS, entriesOf, entryOf, mapOf, STEP_LISTS, subMap } from "../write";
import { addEdge } from "./addEdge";
import { addStep } from "./addStep";
import type { Point } from "./moveSteps";
import { addStage } from "./stages";

/** Where a step of the fragment is to stand; undefined where the canvas decides. */
export type Place = (step: ProcessStep) => Point | undefined;

/** Adds copies of all steps and edges under new ids, stages by name; gives the new steps' ids. */
export function addFragment(
  document: TouchlineDocument,
  { steps = [], edges = [] }: Pick<Process, "steps" | "edges">,
  place: Place,
): string[] {
  return document.edit(() => {
    const stages = stageIds(document, steps);
    const ids = new Map(
      steps.map((step) => [step.id, addCopy(document, step, place(step), stages)]),
    );
    for (const edge of edges) addEdgeCopy(document, edge, ids);
    return [...ids.values()];
  });
}

/** The id of each stage by its name, the new ones added. */
function stageIds(
  document: TouchlineDocument,
  steps: readonly ProcessStep[],
): ReadonlyMap<string, string> {
  const names = new Set(steps.flatMap((step) => step.stage ?? []));
  return new Map([...names].map((name) => [name, addStage(document, name)]));
}

function addCopy(
  document: TouchlineDocument,
  step: ProcessStep,
  at: Point | undefined,
  stages: ReadonlyMap<string, string>,
): string {
  const stageId = step.stage === undefined ? undefined : stages.get(step.stage);
  const id = addStep(document, {
    ...(plainOf("step", step) as Pick<ProcessStep, "kind">),
    ...(stageId === undefined ? {} : { stage: stageId }),
    ...(at === undefined ? {} : { x: Math.round(at.x), y: Math.round(at.y) }),
  });
  const map = entryOf(document.steps, id);
  if (map !== null) {
    for (const list of STEP_LISTS) addEntries(subMap(map, list), entriesOf(step[list]));
  }
  return id;
}

function addEdgeCopy(
  document: TouchlineDocument,
  edge: ProcessEdge,
  ids: ReadonlyMap<string, string>,
): void {
  const [start, end] = [ids.get(edge.from), ids.get(edge.to)];
  if (start === undefined || end === undefined) return;
  const id = addEdge(document, start, end, plainOf("edge", edge));
  const map = entryOf(document.edges, id);
  if (map === null) return;
  for (const list of EDGE_LISTS) addEntries(subMap(map, list), entriesOf(edge[list]));
}

/** The plain fields of a group that say something; a duration in its canonical spelling. */
function plainOf(group: "step" | "edge", values: object): Readonly<Record<string, unknown>> {
  const given = values as Readonly<Record<string, unknown>>;
  const plain: Record<string, unknown> = {};
  for (const { key, form } of plainFields(group)) {
    const value = given[key];
    const said =
      form === "duration" ? (canonicalDuration(String(value ?? "")) ?? undefined) : value;
    if (said !== undefined) plain[key] = said;
  }
  return plain;
}

function addEntries(entries: SharedMap, wanted: readonly object[]): void {
  for (const entry of wanted) {
    const order = keyAfterAll(currentOrders(entries));
    entries.set(randomId(), mapOf({ ...entry, order }));
  }
}
