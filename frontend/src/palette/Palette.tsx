import { UnstyledButton } from "@mantine/core";
import type { DragEvent } from "react";
import { addAfter } from "../canvas/adding";
import { useEditor } from "../editor/Editor";
import { onlyStep } from "../editor/select";
import { stepIcon } from "../theme/icons";
import { lookOf } from "../theme/look";
import { draggedStep, PALETTE, type PaletteItem, STEP_DRAG_TYPE } from "./items";
import styles from "./Palette.module.css";

/** The kinds of step: drag one to the canvas, or click to add it after the selected step. */
export function Palette() {
  const editor = useEditor();
  return (
    <ul className={styles.palette}>
      {PALETTE.map((item) => (
        <li key={item.label}>
          <PaletteButton item={item} onAdd={() => addAfter(editor, onlyStep(editor), item.step)} />
        </li>
      ))}
    </ul>
  );
}

function PaletteButton({ item, onAdd }: { item: PaletteItem; onAdd: () => void }) {
  const Icon = stepIcon(item.step);
  const startDrag = (event: DragEvent) => {
    event.dataTransfer.setData(STEP_DRAG_TYPE, item.label);
    event.dataTransfer.effectAllowed = "copy";
    draggedStep.set(item.step);
  };
  return (
    <UnstyledButton
      className={styles.item}
      data-look={lookOf(item.step)}
      title={item.hint}
      draggable
      onDragStart={startDrag}
      onDragEnd={() => draggedStep.set(null)}
      onClick={onAdd}
    >
      <Icon size={20} stroke={1.75} aria-hidden />
      {item.label}
    </UnstyledButton>
  );
}
