import { ViewportPortal } from "@xyflow/react";
import { useStore } from "../../ui/store";
import { useCanvas } from "../state/CanvasContext";
import styles from "./Guides.module.css";

/** The lines along which a dragged step stands in line with its neighbours. */
export function Guides() {
  const guides = useStore(useCanvas().guides);
  if (guides.length === 0) return null;
  return (
    <ViewportPortal>
      {guides.map((guide) =>
        "x" in guide ? (
          <span key="x" className={styles.upright} style={{ left: guide.x }} />
        ) : (
          <span key="y" className={styles.level} style={{ top: guide.y }} />
        ),
      )}
    </ViewportPortal>
  );
}
