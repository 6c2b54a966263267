import type { ConnectionLineComponentProps } from "@xyflow/react";
import { useTouchlineDocument } from "../../document/hooks";
import { drawingOf } from "../../geometry/routes/line";
import { among } from "../../geometry/routes/obstacles";
import { routeBetween } from "../../geometry/routes/route";
import { useCanvas } from "../state/CanvasContext";
import type { StepNode } from "../state/nodes";
import styles from "./Guides.module.css";

/** The line to the pointer while a step is being joined; over another step, the route it will have. */
export function JoinLine({ fromNode, toX, toY }: ConnectionLineComponentProps<StepNode>) {
  const { boxes, routes } = useCanvas();
  const { snapshot } = useTouchlineDocument();
  const { x, y } = fromNode.internals.positionAbsolute;
  const { width, height } = fromNode.data.box;
  const pointer = { x: toX, y: toY, width: 0, height: 0 };
  const over = boxes.at(pointer);
  const joined =
    over === null || over === fromNode.id
      ? null
      : routes.joining({ from: fromNode.id, to: over }, snapshot);
  const route = joined ?? routeBetween({ x, y, width, height }, pointer, among([]));
  const { line, arrow } = drawingOf(route);
  return (
    <g>
      <path className={styles.line} d={line} />
      <path className={styles.arrow} d={arrow} />
    </g>
  );
}
