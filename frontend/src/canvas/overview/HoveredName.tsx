import { useStore as useFlowStore } from "@xyflow/react";
import { useStep } from "../../document/hooks";
import { detailsOf } from "../../geometry/sizes/stepBox";
import { useEditor } from "../../session/Editor";
import { useStore } from "../../ui/store";
import { useCanvas } from "../state/CanvasContext";
import styles from "./Overview.module.css";

/** What the step under the pointer is called, since it cannot be read. */
export function HoveredName() {
  const { hoveredStep, held } = useCanvas();
  const id = useStore(hoveredStep);
  const holding = useStore(held, ({ size }) => size > 0);
  const asked = useStore(useEditor().contextMenu, (menu) => menu !== null);
  return id === null || holding || asked ? null : <NameOf id={id} />;
}

function NameOf({ id }: { id: string }) {
  const { boxes } = useCanvas();
  const step = useStep(id);
  const [x, y, zoom] = useFlowStore(({ transform }) => transform);
  const width = useFlowStore((state) => state.width);
  const box = boxes.get(id);
  if (step === undefined || box === undefined) return null;
  const middle = x + (box.x + box.width / 2) * zoom;
  const foot = y + (box.y + box.height) * zoom;
  const left = Math.min(Math.max(middle, HALF), Math.max(width - HALF, HALF));
  return (
    <div className={styles.name} style={{ left, top: foot + 8 }} role="tooltip">
      <strong>{step.name}</strong>
      {detailsOf(step).map((detail) => (
        <span key={detail}>{detail}</span>
      ))}
    </div>
  );
}

/** Half of the most that the name is wide, so that it stays in view: in pixels. */
const HALF = 130;
