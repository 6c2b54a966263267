import { useReactFlow } from "@xyflow/react";
import { type CSSProperties, type KeyboardEvent, useEffect, useLayoutEffect, useRef } from "react";
import { createPortal } from "react-dom";
import { OUTCOMES } from "../document/model";
import { type StepMenu as StepMenuState, useEditor } from "../editor/Editor";
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

/** Its size and its distance from the edge of the window, in pixels. */
const WIDTH = 200;
const HEIGHT = 356;
const MARGIN = 8;

/** The menu of steps, where a step is to be added or to become another kind. */
export function StepMenu() {
  const editor = useEditor();
  const menu = useStore(editor.stepMenu);
  return menu === null ? null : createPortal(<OpenMenu menu={menu} />, document.body);
}

function OpenMenu({ menu }: { menu: StepMenuState }) {
  const editor = useEditor();
  const place = usePlace(menu);
  const list = useRef<HTMLDivElement>(null);
  // At once, so that the very next key means the menu.
  useLayoutEffect(() => itemsOf(list.current)[0]?.focus(), []);
  useEffect(() => {
    const leave = (event: PointerEvent) => {
      if (event.target instanceof Node && list.current?.contains(event.target)) return;
      editor.stepMenu.set(null);
    };
    addEventListener("pointerdown", leave, true);
    return () => removeEventListener("pointerdown", leave, true);
  }, [editor]);
  const close = () => editor.stepMenu.set(null);
  const press = (event: KeyboardEvent) => {
    if (event.key === "Escape" || event.key === "Tab") {
      event.preventDefault();
      close();
      editor.canvas.get()?.focus();
      return;
    }
    const next = nextItem(itemsOf(list.current), event.key);
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <div
      ref={list}
      className={styles.menu}
      style={place}
      role="menu"
      aria-label={menu.use.what === "change" ? "Make the step a" : "Add a step"}
      tabIndex={-1}
      onKeyDown={press}
    >
      {CHOICES.map(({ label, step }) => {
        const Icon = stepIcon(step);
        return (
          <button
            key={label}
            type="button"
            role="menuitem"
            tabIndex={-1}
            className={styles.item}
            data-look={lookOf(step)}
            onClick={() => {
              close();
              chooseFromMenu(editor, menu, step);
            }}
          >
            <Icon size={18} stroke={1.75} aria-hidden />
            {label}
          </button>
        );
      })}
    </div>
  );
}

/** Below the point where it was asked for, and always within the window. */
function usePlace({ at }: StepMenuState): CSSProperties {
  const { x, y } = useReactFlow().flowToScreenPosition(at);
  const within = (value: number, length: number, room: number) =>
    Math.max(MARGIN, Math.min(value, room - length - MARGIN));
  return {
    left: within(x - WIDTH / 2, WIDTH, innerWidth),
    top: within(y + MARGIN, HEIGHT, innerHeight),
    width: WIDTH,
  };
}

function itemsOf(list: HTMLElement | null): HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>("[role=menuitem]") ?? [])];
}

/** Where a key leads: up and down, to the ends, or to the next entry with this first letter. */
function nextItem(items: readonly HTMLElement[], key: string): HTMLElement | undefined {
  const at = items.indexOf(document.activeElement as HTMLElement);
  const steps: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1 + items.length,
    Home: 0,
    End: items.length - 1,
  };
  const to = steps[key];
  if (to !== undefined) return items[to % items.length];
  if (key.length !== 1) return undefined;
  const later = [...items.slice(at + 1), ...items.slice(0, at + 1)];
  return later.find((item) => item.textContent.toLowerCase().startsWith(key.toLowerCase()));
}
