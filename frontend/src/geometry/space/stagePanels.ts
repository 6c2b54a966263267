/** Where the stages of a process lie on the canvas. */
import type { Snapshot } from "../../model/snapshot";
import { areaAround } from "../routes/obstacles";
import type { Box } from "../shapes";

export interface StagePanel extends Box {
  readonly id: string;
  readonly name: string;
}

/** Room between a panel's side and its steps, and above them for the stage's name, in pixels. */
const SIDE = 16;
const HEADING = 34;

/**
 * A panel behind the steps of each stage that lies together. A stage among whose steps others stand
 * gets none: a panel would claim them too. O(steps) for each stage.
 */
export function stagePanels(
  { stages, steps }: Pick<Snapshot, "stages" | "steps">,
  boxes: ReadonlyMap<string, Box>,
): StagePanel[] {
  if (stages.length === 0) return [];
  const standing = [...boxes].map(([id, box]) => ({ box, stage: steps.get(id)?.stage }));
  const grouped = new Map<string, Box[]>();
  for (const { box, stage } of standing) {
    if (stage === undefined) continue;
    const group = grouped.get(stage);
    if (group === undefined) grouped.set(stage, [box]);
    else group.push(box);
  }
  return stages.flatMap(({ id, name }): StagePanel[] => {
    const around = areaAround(grouped.get(id) ?? []);
    if (around === null) return [];
    const panel: StagePanel = {
      id,
      name,
      x: around.x - SIDE,
      y: around.y - HEADING,
      width: around.width + 2 * SIDE,
      height: around.height + HEADING + SIDE,
    };
    const claimsOthers = standing.some(({ box, stage }) => stage !== id && overlap(box, panel));
    return claimsOthers ? [] : [panel];
  });
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Whether two lists of panels look the same. */
export function samePanels(a: readonly StagePanel[], b: readonly StagePanel[]): boolean {
  return (
    a.length === b.length &&
    a.every((panel, at) => {
      const other = b[at];
      return (
        other !== undefined &&
        panel.id === other.id &&
        panel.name === other.name &&
        panel.x === other.x &&
        panel.y === other.y &&
        panel.width === other.width &&
        panel.height === other.height
      );
    })
  );
}
