/** Where the stages of a process lie on the canvas. */
import type { Stage } from "../document/model";
import type { StepNode } from "./nodes";
import type { Box } from "./route";

export interface StagePanel extends Box {
  readonly id: string;
  readonly name: string;
}

/** Room between a panel's side and its steps, and above them for the stage's name, in pixels. */
const SIDE = 16;
const HEADING = 34;

/**
 * A panel behind the steps of each stage that lies together. A stage among whose steps others stand
 * gets none: a panel would claim them too.
 */
export function stagePanels(stages: readonly Stage[], nodes: readonly StepNode[]): StagePanel[] {
  const bounds = new Map<string, { left: number; top: number; right: number; bottom: number }>();
  for (const { position, data } of nodes) {
    const { stage } = data.step;
    if (stage === undefined) continue;
    const right = position.x + data.box.width;
    const bottom = position.y + data.box.height;
    const known = bounds.get(stage);
    if (known === undefined) {
      bounds.set(stage, { left: position.x, top: position.y, right, bottom });
    } else {
      known.left = Math.min(known.left, position.x);
      known.top = Math.min(known.top, position.y);
      known.right = Math.max(known.right, right);
      known.bottom = Math.max(known.bottom, bottom);
    }
  }
  return stages.flatMap(({ id, name }): StagePanel[] => {
    const around = bounds.get(id);
    if (around === undefined) return [];
    const panel: StagePanel = {
      id,
      name,
      x: around.left - SIDE,
      y: around.top - HEADING,
      width: around.right - around.left + 2 * SIDE,
      height: around.bottom - around.top + HEADING + SIDE,
    };
    const claimsOthers = nodes.some(({ position: { x, y }, data: { step, box } }) => {
      if (step.stage === id) return false;
      return (
        x < panel.x + panel.width &&
        x + box.width > panel.x &&
        y < panel.y + panel.height &&
        y + box.height > panel.y
      );
    });
    return claimsOthers ? [] : [panel];
  });
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
