/** The JSON of a document, as the server checks, draws and exports it. */

import type { Process, ProcessEdge, ProcessStep } from "../api/process";
import { FIELDS } from "./fields";
import type { Ordered } from "./order";
import type { Edge, Snapshot, Stage, Step } from "./snapshot";

/** The process of a snapshot; its steps without their positions where these do not matter. */
export function toProcess(snapshot: Snapshot, { positions = true } = {}): Process {
  const { settings, stages, steps, stepIds, edges } = snapshot;
  const stageNames = new Map(stages.map((stage) => [stage.id, stage.name.trim()]));
  return {
    touchline: 1,
    ...settings,
    name: settings.name.trim(),
    ...list("stages", [...new Set(stageNames.values())]),
    steps: stepIds.flatMap((id) => {
      const step = steps.get(id);
      return step === undefined ? [] : [stepJson(step, stageNames, positions)];
    }),
    edges: [...edges.values()].map(edgeJson),
  };
}

/** One step as JSON, its stage by name. */
export function stepJson(
  step: Step,
  stageNames: ReadonlyMap<Stage["id"], string>,
  positions = true,
): ProcessStep {
  const { x, y } = step;
  const stage = step.stage === undefined ? undefined : stageNames.get(step.stage);
  const position = positions && x !== undefined && y !== undefined ? { x, y } : undefined;
  return inModelsOrder<ProcessStep>("step", { ...step, name: step.name.trim(), stage, position });
}

/** One edge as JSON. */
export function edgeJson(edge: Edge): ProcessEdge {
  return inModelsOrder<ProcessEdge>("edge", { ...edge });
}

/**
 * What a group says as JSON: its fields in the order of the model, lists without the ids and places
 * of their entries, and nothing that is absent.
 */
function inModelsOrder<T>(group: "step" | "edge", values: Readonly<Record<string, unknown>>): T {
  const json: Record<string, unknown> = {};
  for (const { key, list } of FIELDS[group]) {
    const value = list ? entriesJson(values[key] as readonly Ordered[]) : values[key];
    if (value !== undefined) json[key] = value;
  }
  // The keys are those of the model, from which the type is made as well.
  return json as T;
}

/** The entries of a list, a line as its text; undefined for an empty list. */
function entriesJson(entries: readonly Ordered[]): unknown[] | undefined {
  if (entries.length === 0) return undefined;
  return entries.map((entry) => {
    const { id: _id, order: _order, ...fields } = entry;
    return "text" in fields ? fields.text : fields;
  });
}

/** A list that is left out when it is empty. */
function list<K extends string, T>(key: K, items: T[]): { [P in K]?: T[] } {
  return (items.length === 0 ? {} : { [key]: items }) as { [P in K]?: T[] };
}
