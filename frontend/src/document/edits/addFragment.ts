/** Adds the steps and edges of another process, as pasting does. */

import type { Process, ProcessEdge, ProcessStep } from "../../api/process";
import { canonicalDuration } from "../../model/duration";
import { randomId } from "../../model/ids";
import { keyAfterAll } from "../../model/order";
import { currentOrders } from "../current";
import type { SharedMap } from "../read";
import type { TouchlineDocument } from "../TouchlineDocument";
import { entryOf, type ListFields, mapOf, STEP_LISTS, type StepList, subMap } from "../write";
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
  const { id: _, stage, position: __, checklist, exit_criteria, assets, allow, ...plain } = step;
  const duration = plain.duration === undefined ? null : canonicalDuration(plain.duration);
  const { duration: ___, ...fields } = plain;
  const stageId = stage === undefined ? undefined : stages.get(stage);
  const id = addStep(document, {
    ...fields,
    ...(duration === null ? {} : { duration }),
    ...(stageId === undefined ? {} : { stage: stageId }),
    ...(at === undefined ? {} : { x: Math.round(at.x), y: Math.round(at.y) }),
  });
  const lists = {
    checklist: checklist?.map((text) => ({ text })) ?? [],
    exit_criteria: exit_criteria?.map((text) => ({ text })) ?? [],
    assets: assets ?? [],
    allow: allow ?? [],
  } satisfies { [L in StepList]: ListFields[L][] };
  const map = entryOf(document.steps, id);
  if (map !== null) {
    for (const list of STEP_LISTS) addEntries(subMap(map, list), lists[list]);
  }
  return id;
}

function addEdgeCopy(
  document: TouchlineDocument,
  { from, to, max_wait, when, share, allow }: ProcessEdge,
  ids: ReadonlyMap<string, string>,
): void {
  const [start, end] = [ids.get(from), ids.get(to)];
  if (start === undefined || end === undefined) return;
  const wait = max_wait === undefined ? null : canonicalDuration(max_wait);
  const id = addEdge(document, start, end, {
    ...(wait === null ? {} : { max_wait: wait }),
    ...(when === undefined ? {} : { when }),
    ...(share === undefined ? {} : { share }),
  });
  const map = entryOf(document.edges, id);
  if (map === null) return;
  addEntries(subMap(map, "allow"), allow ?? []);
}

function addEntries(entries: SharedMap, wanted: readonly object[]): void {
  for (const entry of wanted) {
    const order = keyAfterAll(currentOrders(entries));
    entries.set(randomId(), mapOf({ ...entry, order }));
  }
}
