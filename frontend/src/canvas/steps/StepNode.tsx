import { Handle, type NodeProps, Position } from "@xyflow/react";
import { memo, useState } from "react";
import { useEditor } from "../../session/Editor";
import { revealed } from "../../session/reveal";
import { lookOf } from "../../theme/look";
import { useStore } from "../../ui/store";
import { useCanvas } from "../state/CanvasContext";
import type { StepNode as StepNodeType } from "../state/nodes";
import { FindingsBadge } from "./FindingsBadge";
import { StepFace } from "./StepFace";
import styles from "./StepNode.module.css";

const SIDES = [
  ["bottom", Position.Bottom],
  ["right", Position.Right],
  ["left", Position.Left],
  ["top", Position.Top],
] as const;

/** A step on the canvas; in the overview, which paints it, only the place to point at. */
export const StepNode = memo(function StepNode(props: NodeProps<StepNodeType>) {
  const readable = useStore(useCanvas().readable);
  return (
    <>
      {/* React Flow measures where joining may start once, when no handle is shown yet. */}
      <span className="source" data-handlepos={Position.Bottom} />
      {readable && <ReadableStep {...props} />}
    </>
  );
});

function ReadableStep({ id, data: { step, box }, selected, dragging }: NodeProps<StepNodeType>) {
  const editor = useEditor();
  const [hovered, setHovered] = useState(false);
  // A handle must not vanish from under a drag that has just begun and left the step.
  const [held, setHeld] = useState(false);
  const hold = () => {
    setHeld(true);
    addEventListener("pointerup", () => setHeld(false), { once: true });
  };
  const alone = useStore(editor.selection, ({ steps, edges }) => steps.size + edges.size === 1);
  const naming = useStore(editor.typing, (typing) => isNaming(typing, id));
  const place = useStore(revealed, (stretch) =>
    stretch === null ? "plain" : stretch.steps.includes(id) ? "shown" : "faded",
  );
  const { width, height } = box;
  return (
    <div
      className={styles.step}
      data-look={lookOf(step)}
      data-kind={step.kind}
      data-selected={selected || undefined}
      data-dragging={dragging || undefined}
      data-place={place}
      style={{ width, height }}
      onPointerEnter={() => setHovered(true)}
      onPointerLeave={() => setHovered(false)}
      onPointerDown={hold}
    >
      <StepFace step={step} box={box} wordless={naming} />
      <FindingsBadge step={id} />
      {step.kind !== "end" &&
        (hovered || held || (selected && alone)) &&
        SIDES.slice(0, hovered || held ? SIDES.length : 1).map(([side, position]) => (
          <Handle
            key={side}
            type="source"
            position={position}
            className={styles.handle ?? ""}
            data-side={side}
            title="Drag to the step that comes next"
            aria-label={side === "bottom" ? `Join ${step.name} to another step` : undefined}
            role={side === "bottom" ? "button" : undefined}
          />
        ))}
    </div>
  );
}

function isNaming(typing: { what: string; step?: string } | null, id: string): boolean {
  return typing !== null && typing.what === "name" && typing.step === id;
}
