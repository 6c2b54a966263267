import { Handle, type NodeProps, Position } from "@xyflow/react";
import { memo } from "react";
import { stepIcon } from "../theme/icons";
import { lookOf } from "../theme/look";
import type { StepNode as StepNodeType } from "./nodes";
import styles from "./StepNode.module.css";

/** A step on the canvas. */
export const StepNode = memo(function StepNode({
  data: { step },
  selected,
}: NodeProps<StepNodeType>) {
  const Icon = stepIcon(step);
  return (
    <div className={styles.step} data-look={lookOf(step)} data-selected={selected || undefined}>
      <Handle type="target" position={Position.Top} />
      <Icon size={18} stroke={1.75} className={styles.icon} aria-hidden />
      <span className={styles.name}>{step.name}</span>
      <Handle type="source" position={Position.Bottom} />
    </div>
  );
});
