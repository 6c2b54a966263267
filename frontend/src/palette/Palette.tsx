import { UnstyledButton } from "@mantine/core";
import type { DragEvent } from "react";
import { addStep, type NewStep } from "../document/edits/addStep";
import { addStepAfter } from "../document/edits/addStepAfter";
import { type Editor, useEditor } from "../editor/Editor";
import { onlyStep, selectStep } from "../editor/select";
import { stepIcon } from "../theme/icons";
import { lookOf } from "../theme/look";
import { PALETTE, type PaletteItem, STEP_DRAG_TYPE } from "./items";
import styles from "./Palette.module.css";

/** The kinds of step: drag one to the canvas, or click to add it after the selected step. */
export function Palette() {
  const editor = useEditor();
  return (
    <ul className={styles.palette}>
      {PALETTE.map((item) => (
        <li key={item.label}>
          <PaletteButton item={item} onAdd={() => addToCanvas(editor, item.step)} />
        </li>
      ))}
    </ul>
  );
}

function PaletteButton({ item, onAdd }: { item: PaletteItem; onAdd: () => void }) {
  const Icon = stepIcon(item.step);
  const startDrag = (event: DragEvent) => {
    event.dataTransfer.setData(STEP_DRAG_TYPE, JSON.stringify(item.step));
    event.dataTransfer.effectAllowed = "copy";
  };
  return (
    <UnstyledButton
      className={styles.item}
      data-look={lookOf(item.step)}
      title={item.hint}
      draggable
      onDragStart={startDrag}
      onClick={onAdd}
    >
      <Icon size={20} stroke={1.75} aria-hidden />
      {item.label}
    </UnstyledButton>
  );
}

function addToCanvas(editor: Editor, step: NewStep): void {
  const after = onlyStep(editor);
  const centre = editor.canvas.get()?.centre() ?? { x: 0, y: 0 };
  const before = after === null ? undefined : editor.document.snapshot.steps.get(after);
  const place =
    before?.x === undefined || before.y === undefined ? centre : { x: before.x, y: before.y + 144 };
  const id =
    after === null || before?.kind === "end"
      ? addStep(editor.document, { ...step, ...place })
      : addStepAfter(editor.document, after, { ...step, ...place }).step;
  selectStep(editor, id);
}
