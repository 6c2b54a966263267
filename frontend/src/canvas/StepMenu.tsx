import { useViewportSize } from "@mantine/hooks";
import { IconCheck } from "@tabler/icons-react";
import { useReactFlow } from "@xyflow/react";
import {
  type CSSProperties,
  type KeyboardEvent,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { createPortal } from "react-dom";
import { standsBetween } from "../document/edits/insertOnEdge";
import { useStep } from "../document/hooks";
import { isTouch, OUTCOMES, type Step } from "../document/model";
import { type StepMenu as StepMenuState, useEditor } from "../editor/Editor";
import { PALETTE, type PaletteItem } from "../palette/items";
import { useStore } from "../state/store";
import { stepIcon } from "../theme/icons";
import { lookOf } from "../theme/look";
import { chooseFromMenu } from "./adding";
import styles from "./StepMenu.module.css";

type Choice = Pick<PaletteItem, "label" | "step">;

/** As in the palette, but with each outcome of an end. */
const CHOICES: readonly Choice[] = [
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
  return menu === null ? null : createPortal(<OpenMenu menu={menu} />, floating());
}

/** The landmark in which whatever floats stands (index.html). */
function floating(): Element {
  return document.getElementById("floating") ?? document.body;
}

function OpenMenu({ menu }: { menu: StepMenuState }) {
  const editor = useEditor();
  const place = usePlace(menu);
  const list = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState("");
  const found = choicesFor(menu, typed);
  const present = useStep(menu.use.what === "change" ? menu.use.step : "");
  // At once, so that the very next key means the menu; with nothing found there is nothing to press.
  // Nothing is changed by Enter alone: that is what the step is already, if any of these is.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was typed changes what is listed
  useLayoutEffect(() => {
    const items = itemsOf(list.current);
    const isChange = present !== undefined && typed === "";
    const first = isChange ? items.find((item) => item.ariaCurrent === "true") : items[0];
    (first ?? list.current)?.focus();
  }, [typed]);
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
    const { key } = event;
    if (key === "Escape" || key === "Tab") {
      event.preventDefault();
      close();
      editor.canvas.get()?.focus();
      return;
    }
    const next = typedAfter(typed, event);
    if (next !== null) {
      event.preventDefault();
      setTyped(next);
      return;
    }
    const item = nextItem(itemsOf(list.current), key);
    if (item === undefined) return;
    event.preventDefault();
    item.focus();
  };
  return (
    <div className={styles.frame} style={place}>
      <div
        ref={list}
        className={styles.menu}
        role="menu"
        aria-label={menu.use.what === "change" ? "Make the step a" : "Add a step"}
        tabIndex={-1}
        onKeyDown={press}
      >
        {found.map(({ label, step }) => {
          const Icon = stepIcon(step);
          const isPresent = present !== undefined && isSame(present, step);
          return (
            <button
              key={label}
              type="button"
              role="menuitem"
              tabIndex={-1}
              className={styles.item}
              data-look={lookOf(step)}
              aria-current={isPresent || undefined}
              onClick={() => {
                close();
                if (isPresent) editor.canvas.get()?.focus();
                else chooseFromMenu(editor, menu, step);
              }}
            >
              <Icon size={18} stroke={1.75} aria-hidden />
              {label}
              {isPresent && <IconCheck className={styles.present} size={16} aria-hidden />}
            </button>
          );
        })}
      </div>
      <p className={styles.typed} role="status" hidden={typed === ""}>
        {found.length === 0 ? `No kind begins with “${typed}”.` : `Beginning with “${typed}”`}
      </p>
    </div>
  );
}

/** Below the point where it was asked for, and always within the window. */
function usePlace({ at }: StepMenuState): CSSProperties {
  const { x, y } = useReactFlow().flowToScreenPosition(at);
  const room = useViewportSize();
  const within = (value: number, length: number, room: number) =>
    Math.max(MARGIN, Math.min(value, room - length - MARGIN));
  return {
    left: within(x - WIDTH / 2, WIDTH, room.width || innerWidth),
    top: within(y + MARGIN, HEIGHT, room.height || innerHeight),
    width: WIDTH,
  };
}

function itemsOf(list: HTMLElement | null): HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>("[role=menuitem]") ?? [])];
}

/** Where a key leads: up and down, and to the ends. */
function nextItem(items: readonly HTMLElement[], key: string): HTMLElement | undefined {
  const at = items.indexOf(document.activeElement as HTMLElement);
  const steps: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: Math.max(at, 0) - 1 + items.length,
    Home: 0,
    End: items.length - 1,
  };
  const to = steps[key];
  return to === undefined ? undefined : items[to % items.length];
}

/** What has been typed after a key; null when the key is not for typing. */
function typedAfter(typed: string, { key, ctrlKey, metaKey, altKey }: KeyboardEvent) {
  if (ctrlKey || metaKey || altKey) return null;
  if (key === "Backspace") return typed.slice(0, -1);
  // Space presses the entry, unless it stands between two words.
  return key.length === 1 && (key !== " " || typed !== "") ? typed + key : null;
}

/** The choices that fit the place, of which a word begins with what was typed: “won”, or “end w”. */
function choicesFor({ use }: StepMenuState, typed: string): Choice[] {
  const wanted = ` ${typed.toLowerCase()}`;
  return CHOICES.filter(
    ({ label, step }) =>
      fits(use, step) && ` ${label.toLowerCase().replace(":", "")}`.includes(wanted),
  );
}

/** Whether a step is what a choice would make of it; a touch is one whatever it carries. */
function isSame(step: Step, choice: Choice["step"]): boolean {
  if (step.kind !== choice.kind || step.outcome !== choice.outcome) return false;
  return step.channel === choice.channel || (isTouch(step) && isTouch(choice));
}

/** Whether such a step can stand there: in the middle of a way, or where one leads to it. */
function fits(use: StepMenuState["use"], step: Choice["step"]): boolean {
  if (use.what === "insert") return standsBetween(step.kind);
  return use.what === "change" || use.joinedTo === undefined || step.kind !== "start";
}
