import { useStore as useFlowStore, ViewportPortal } from "@xyflow/react";
import { useStages } from "../document/hooks";
import type { StepNode } from "./nodes";
import styles from "./StagePanels.module.css";
import { samePanels, stagePanels } from "./stagePanels";

/** The stages as quiet panels behind everything else, as the exported chart has them. */
export function StagePanels() {
  const stages = useStages();
  const panels = useFlowStore(
    (state) => stagePanels(stages, state.nodes as StepNode[]),
    samePanels,
  );
  return (
    <ViewportPortal>
      {panels.map(({ id, name, x, y, width, height }) => (
        <div
          key={id}
          role="img"
          aria-label={`Stage ${name}`}
          className={styles.panel}
          style={{ transform: `translate(${x}px, ${y}px)`, width, height }}
        >
          <span className={styles.name}>{name}</span>
        </div>
      ))}
    </ViewportPortal>
  );
}
