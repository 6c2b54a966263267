/** The JSON of a document, as the server checks, draws and exports it. */

import type { Process, ProcessEdge, ProcessStep } from "../api/process";
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
  const { id, order: _, stage, x, y, checklist, exit_criteria, assets, allow, ...plain } = step;
  const stageName = stage === undefined ? undefined : stageNames.get(stage);
  return {
    id,
    ...plain,
    name: step.name.trim(),
    ...(stageName === undefined ? {} : { stage: stageName }),
    ...list(
      "checklist",
      checklist.map((item) => item.text),
    ),
    ...list(
      "exit_criteria",
      exit_criteria.map((item) => item.text),
    ),
    ...list("assets", assets.map(withoutPlace)),
    ...(positions && x !== undefined && y !== undefined ? { position: { x, y } } : {}),
    ...list("allow", allow.map(withoutPlace)),
  };
}

/** One edge as JSON. */
export function edgeJson({ id: _id, order: _order, allow, ...edge }: Edge): ProcessEdge {
  return { ...edge, ...list("allow", allow.map(withoutPlace)) };
}

function withoutPlace<T extends { id: string; order: string }>(item: T): Omit<T, "id" | "order"> {
  const { id: _id, order: _order, ...rest } = item;
  return rest;
}

/** A list that is left out when it is empty. */
function list<K extends string, T>(key: K, items: T[]): { [P in K]?: T[] } {
  return (items.length === 0 ? {} : { [key]: items }) as { [P in K]?: T[] };
}
