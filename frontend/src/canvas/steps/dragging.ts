/** What becomes of the moves of a drag before they are shown. */
import type { NodeChange, NodePositionChange } from "@xyflow/react";
import type { Box, Point } from "../../geometry/shapes";
import { type Guide, onGrid, snap } from "../../geometry/space/snapping";
import type { StepNode } from "../state/nodes";

export interface Snapped {
  /** Where each dragged step comes to stand. */
  readonly places: ReadonlyMap<string, Point>;
  readonly guides: readonly Guide[];
}

/**
 * One dragged step snaps to its neighbours, the grid, and its `home`, where it stood before;
 * several keep their distances. O(steps) with a small constant: it runs for each move of the mouse.
 */
export function snapDragged(
  moves: readonly DragMove[],
  boxes: ReadonlyMap<string, Box>,
  home: Point | undefined,
  zoom: number,
): Snapped {
  const [first, ...others] = moves;
  const box = first && boxes.get(first.id);
  if (first === undefined || box === undefined) return { places: new Map(), guides: [] };
  const { place, guides } =
    others.length === 0
      ? snap({ ...box, ...first.position }, neighboursOf(first.id, boxes, home), zoom)
      : { place: { x: onGrid(first.position.x), y: onGrid(first.position.y) }, guides: [] };
  const dx = place.x - first.position.x;
  const dy = place.y - first.position.y;
  const places = moves.map(({ id, position: { x, y } }) => [id, { x: x + dx, y: y + dy }] as const);
  return { places: new Map(places), guides };
}

/** The others as they stand, and the step itself where it stood, on the grid or not. */
function* neighboursOf(
  id: string,
  boxes: ReadonlyMap<string, Box>,
  home: Point | undefined,
): Iterable<Box> {
  for (const [other, box] of boxes) {
    if (other !== id) yield box;
    else if (home !== undefined) yield { ...box, ...home };
  }
}

export type DragMove = NodePositionChange & { readonly position: Point };

/** Whether a change is a move of a drag; the last one says that it is over, and where. */
export function isDrag(change: NodeChange<StepNode>): change is DragMove {
  return (
    change.type === "position" && change.dragging !== undefined && change.position !== undefined
  );
}
