import { ViewportPortal } from "@xyflow/react";
import { shapeOf } from "../../geometry/sizes/stepShape";
import { lookOf } from "../../theme/look";
import { useStore } from "../../ui/store";
import { useCanvas } from "../state/CanvasContext";
import styles from "./LandingPlace.module.css";

/** Where a step that is dragged from the palette will stand, since it never stands on another. */
export function LandingPlace() {
  const landing = useStore(useCanvas().landing);
  if (landing === null) return null;
  const { step, x, y, width, height } = landing;
  return (
    <ViewportPortal>
      <svg
        className={styles.place}
        data-look={lookOf(step)}
        width={width}
        height={height}
        style={{ transform: `translate(${x}px, ${y}px)` }}
        aria-hidden
      >
        <path d={shapeOf(step, width, height)} />
      </svg>
    </ViewportPortal>
  );
}
