import { Menu } from "@mantine/core";
import { ViewportPortal } from "@xyflow/react";
import { OUTCOMES } from "../document/model";
import { useEditor } from "../editor/Editor";
import { PALETTE, type PaletteItem } from "../palette/items";
import { useStore } from "../state/store";
import { stepIcon } from "../theme/icons";
import { lookOf } from "../theme/look";
import { chooseFromMenu } from "./adding";
import styles from "./StepMenu.module.css";

/** As in the palette, but with each outcome of an end. */
const CHOICES: readonly Pick<PaletteItem, "label" | "step">[] = [
  ...PALETTE.filter(({ step }) => step.kind !== "end"),
  ...OUTCOMES.map((outcome) => ({
    label: `End: ${outcome}`,
    step: { kind: "end" as const, outcome },
  })),
];

/** The menu of steps, where a step is to be added or to become another kind. */
export function StepMenu() {
  const editor = useEditor();
  const menu = useStore(editor.stepMenu);
  if (menu === null) return null;
  const close = () => editor.stepMenu.set(null);
  return (
    <ViewportPortal>
      <Menu
        opened
        onClose={close}
        position="bottom"
        offset={4}
        width={200}
        shadow="md"
        transitionProps={{ duration: 0 }}
        returnFocus={false}
        onExitTransitionEnd={() => editor.canvas.get()?.focus()}
      >
        <Menu.Target>
          <span
            className={styles.point}
            style={{ transform: `translate(${menu.at.x}px, ${menu.at.y}px)` }}
          />
        </Menu.Target>
        <Menu.Dropdown aria-label={menu.use.what === "change" ? "Make it a" : "Add a step"}>
          {CHOICES.map((item) => {
            const Icon = stepIcon(item.step);
            return (
              <Menu.Item
                key={item.label}
                className={styles.item ?? ""}
                data-look={lookOf(item.step)}
                leftSection={<Icon size={18} stroke={1.75} className={styles.icon} aria-hidden />}
                onClick={() => {
                  close();
                  chooseFromMenu(editor, menu, item.step);
                }}
              >
                {item.label}
              </Menu.Item>
            );
          })}
        </Menu.Dropdown>
      </Menu>
    </ViewportPortal>
  );
}
