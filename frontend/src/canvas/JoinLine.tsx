import type { ConnectionLineComponentProps } from "@xyflow/react";
import styles from "./Guides.module.css";
import { drawingOf } from "./line";
import type { StepNode } from "./nodes";
import { among } from "./obstacles";
import { route } from "./route";

/** The line between a handle and the pointer while a step is being joined. */
export function JoinLine({ fromNode, toX, toY }: ConnectionLineComponentProps<StepNode>) {
  const { x, y } = fromNode.internals.positionAbsolute;
  const { width, height } = fromNode.data.box;
  const pointer = { x: toX, y: toY, width: 0, height: 0 };
  const { line, arrow } = drawingOf(route({ x, y, width, height }, pointer, among([])));
  return (
    <g>
      <path className={styles.line} d={line} />
      <path className={styles.arrow} d={arrow} />
    </g>
  );
}
