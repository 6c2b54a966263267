/** What becomes of the moves of a drag before they are shown. */
import type { NodeChange, NodePositionChange } from "@xyflow/react";
import type { StepNode } from "./nodes";
import type { Box } from "./route";
import { type Guide, onGrid, snap } from "./snapping";

export interface Snapped {
  readonly changes: NodeChange<StepNode>[];
  readonly guides: readonly Guide[];
}

/** One dragged step snaps to its neighbours and the grid; several keep their distances. */
export function snapDragged(
  changes: NodeChange<StepNode>[],
  nodes: readonly StepNode[],
  zoom: number,
): Snapped {
  const moves = changes.filter(isDrag);
  const [first] = moves;
  if (first?.position === undefined) return { changes, guides: [] };
  const dragged = new Set(moves.map((move) => move.id));
  const node = nodes.find(({ id }) => id === first.id);
  if (node === undefined) return { changes, guides: [] };
  // Where it stood before is a place to come back to, on the grid or not.
  const { x = first.position.x, y = first.position.y } = node.data.step;
  const neighbours: Box[] = [{ ...boxOfNode(node), x, y }];
  for (const other of nodes) if (!dragged.has(other.id)) neighbours.push(boxOfNode(other));
  const { place, guides } =
    moves.length === 1
      ? snap({ ...boxOfNode(node), ...first.position }, neighbours, zoom)
      : { place: { x: onGrid(first.position.x), y: onGrid(first.position.y) }, guides: [] };
  const dx = place.x - first.position.x;
  const dy = place.y - first.position.y;
  return {
    changes: changes.map((change) =>
      isDrag(change) && change.position !== undefined
        ? { ...change, position: { x: change.position.x + dx, y: change.position.y + dy } }
        : change,
    ),
    guides,
  };
}

export function boxOfNode({ position, data: { box } }: StepNode): Box {
  return { ...position, width: box.width, height: box.height };
}

function isDrag(change: NodeChange<StepNode>): change is NodePositionChange {
  // The last change of a drag says that it is over, and where: that place snaps as well.
  return change.type === "position" && change.dragging !== undefined;
}
