import { useStoreApi } from "@xyflow/react";
import {
  Fragment,
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { flushSync } from "react-dom";
import { type Command, readOutKeys, shownKeys } from "../../commands/command";
import { menuOf } from "../../commands/menus";
import { useRegistry } from "../../commands/registry";
import { runCommand } from "../../commands/running";
import { type ContextMenu as ContextMenuState, useEditor } from "../../session/Editor";
import { useStore } from "../../ui/store";
import styles from "./ContextMenu.module.css";
import { FloatingMenu, itemsOf, MenuEntry } from "./FloatingMenu";

const WIDTH = 256;

/** What can be done with what is selected, or with the chart: a right click or Shift+F10 opens it. */
export function ContextMenu() {
  const menu = useStore(useEditor().contextMenu);
  return menu === null ? null : <OpenMenu menu={menu} />;
}

function OpenMenu({ menu: { at, byKey } }: { menu: ContextMenuState }) {
  const editor = useEditor();
  const registry = useRegistry();
  const list = useRef<HTMLDivElement>(null);
  const [before] = useState(() => document.activeElement);
  const [{ label, groups }] = useState(() => menuOf(editor, registry));
  useLayoutEffect(() => {
    const [first] = itemsOf(list.current);
    (byKey ? first : list.current)?.focus();
  }, [byKey]);
  const close = useCallback(
    (back: boolean) => {
      if (!back) return editor.contextMenu.set(null);
      // At once: what takes the keyboard next must not find it in a menu that goes away.
      flushSync(() => editor.contextMenu.set(null));
      if (before instanceof HTMLElement && before.isConnected && before !== document.body) {
        before.focus({ preventScroll: true });
      } else editor.canvas.get()?.focus();
    },
    [editor, before],
  );
  useLeftBehind(list, close);
  const choose = (command: Command) => {
    close(true);
    void runCommand(command, editor, { at });
  };
  return (
    <FloatingMenu
      label={label}
      at={at}
      width={WIDTH}
      hangs="corner"
      list={list}
      close={close}
      onKey={(event) => goToLetter(itemsOf(list.current), event)}
    >
      {groups.map((group, number) => (
        <Fragment key={group[0]?.id}>
          {number > 0 && <hr className={styles.divider} />}
          {group.map((command) => (
            <MenuEntry
              key={command.id}
              aria-keyshortcuts={readOutKeys(command)}
              onClick={() => choose(command)}
            >
              <command.icon size={18} stroke={1.75} aria-hidden />
              {command.menuName ?? command.name}
              <kbd aria-hidden>{shownKeys(command)}</kbd>
            </MenuEntry>
          ))}
        </Fragment>
      ))}
    </FloatingMenu>
  );
}

/** Closes the menu once what it is about moves away under it or is no longer selected. */
function useLeftBehind(list: RefObject<HTMLElement | null>, close: (back: boolean) => void): void {
  const editor = useEditor();
  const flow = useStoreApi();
  useEffect(() => {
    const view = flow.getState().transform.join();
    const leave = () => close(false);
    const stops = [
      editor.selection.subscribe(leave),
      flow.subscribe(({ transform }) => transform.join() !== view && leave()),
    ];
    // Not when something scrolls: the canvas does, and back, when a step at its edge is pressed.
    const turn = ({ target }: Event) => {
      if (!(target instanceof Node && list.current?.contains(target))) leave();
    };
    addEventListener("wheel", turn, { capture: true, passive: true });
    return () => {
      removeEventListener("wheel", turn, true);
      for (const stop of stops) stop();
    };
  }, [editor, flow, list, close]);
}

/** Goes on to the next entry that begins with the letter pressed. */
function goToLetter(items: readonly HTMLElement[], event: KeyboardEvent): void {
  const { key, ctrlKey, metaKey, altKey } = event;
  if (key.length !== 1 || ctrlKey || metaKey || altKey) return;
  const at = items.indexOf(document.activeElement as HTMLElement) + 1;
  const letter = key.toLowerCase();
  [...items.slice(at), ...items.slice(0, at)]
    .find((item) => item.textContent?.toLowerCase().startsWith(letter))
    ?.focus();
}
