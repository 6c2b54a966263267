import { Menu } from "@mantine/core";
import { ViewportPortal } from "@xyflow/react";
import { useEditor } from "../editor/Editor";
import { PALETTE } from "../palette/items";
import { useStore } from "../state/store";
import { stepIcon } from "../theme/icons";
import { lookOf } from "../theme/look";
import { chooseFromMenu } from "./adding";
import styles from "./StepMenu.module.css";

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
          {PALETTE.map((item) => {
            const Icon = stepIcon(item.step);
            return (
              <Menu.Item
                key={item.label}
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
