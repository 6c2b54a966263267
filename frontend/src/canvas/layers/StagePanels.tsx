import { ViewportPortal } from "@xyflow/react";
import { useRef } from "react";
import { useSnapshot } from "../../document/hooks";
import { type StagePanel, samePanels, stagePanels } from "../../geometry/space/stagePanels";
import type { Snapshot } from "../../model/snapshot";
import { useStore } from "../../ui/store";
import { useCanvas } from "../state/CanvasContext";
import styles from "./StagePanels.module.css";

const WHOLE = (snapshot: Snapshot) => snapshot;

/** The stages as quiet panels behind everything else, as the exported chart has them. */
export function StagePanels() {
  const panels = useStagePanels();
  const afar = useStore(useCanvas().afar);
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
          <span className={styles.name} data-afar={afar || undefined}>
            {name}
          </span>
        </div>
      ))}
    </ViewportPortal>
  );
}

/** The panels as the steps stand now, those in hand too; the same list while none changes. */
function useStagePanels(): readonly StagePanel[] {
  const { boxes } = useCanvas();
  const snapshot = useSnapshot(WHOLE);
  const last = useRef<readonly StagePanel[]>([]);
  return useStore(boxes.moves, () => {
    const next = stagePanels(snapshot, boxes.all());
    if (!samePanels(last.current, next)) last.current = next;
    return last.current;
  });
}
