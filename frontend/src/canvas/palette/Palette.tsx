import { UnstyledButton } from "@mantine/core";
import { addAfter } from "../../editing/adding";
import { useEditor } from "../../session/Editor";
import { onlyStep } from "../../session/select";
import { stepIcon } from "../../theme/icons";
import { lookOf } from "../../theme/look";
import { dragStep, PALETTE, type PaletteItem } from "./items";
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
  return (
    <UnstyledButton
      className={styles.item}
      data-look={lookOf(item.step)}
      title={item.hint}
      draggable
      onDragStart={({ dataTransfer }) => dragStep(dataTransfer, item)}
      onClick={onAdd}
    >
      <Icon size={20} stroke={1.75} aria-hidden />
      {item.label}
    </UnstyledButton>
  );
}
