import { IconCheck } from "@tabler/icons-react";
import { type KeyboardEvent, useCallback, useLayoutEffect, useRef, useState } from "react";
import { standsBetween } from "../../document/edits/insertOnEdge";
import { useStep } from "../../document/hooks";
import { chooseFromMenu } from "../../editing/adding";
import { isTouch, OUTCOMES, type Step } from "../../model/snapshot";
import { type StepMenu as StepMenuState, useEditor } from "../../session/Editor";
import { stepIcon } from "../../theme/icons";
import { lookOf } from "../../theme/look";
import { useStore } from "../../ui/store";
import { PALETTE, type PaletteItem } from "../palette/items";
import { FloatingMenu, itemsOf, MenuEntry } from "./FloatingMenu";
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

const WIDTH = 200;

/** The menu of steps, where a step is to be added or to become another kind. */
export function StepMenu() {
  const menu = useStore(useEditor().stepMenu);
  return menu === null ? null : <OpenMenu menu={menu} />;
}

function OpenMenu({ menu }: { menu: StepMenuState }) {
  const editor = useEditor();
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
  const close = useCallback(
    (back: boolean) => {
      editor.stepMenu.set(null);
      if (back) editor.canvas.get()?.focus();
    },
    [editor],
  );
  const type = (event: KeyboardEvent) => {
    const next = typedAfter(typed, event);
    if (next === null) return;
    event.preventDefault();
    setTyped(next);
  };
  return (
    <FloatingMenu
      label={menu.use.what === "change" ? "Make the step a" : "Add a step"}
      at={menu.at}
      width={WIDTH}
      hangs="middle"
      list={list}
      close={close}
      onKey={type}
      foot={
        <p className={styles.typed} role="status" hidden={typed === ""}>
          {found.length === 0 ? `No kind begins with “${typed}”.` : `Beginning with “${typed}”`}
        </p>
      }
    >
      {found.map(({ label, step }) => {
        const Icon = stepIcon(step);
        const isPresent = present !== undefined && isSame(present, step);
        return (
          <MenuEntry
            key={label}
            data-look={lookOf(step)}
            aria-current={isPresent || undefined}
            onClick={() => {
              close(isPresent);
              if (!isPresent) chooseFromMenu(editor, menu, step);
            }}
          >
            <Icon size={18} stroke={1.75} aria-hidden />
            {label}
            {isPresent && <IconCheck className={styles.present} size={16} aria-hidden />}
          </MenuEntry>
        );
      })}
    </FloatingMenu>
  );
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
