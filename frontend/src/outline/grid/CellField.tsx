import { Popover } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { type KeyboardEvent, useId, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useSnapshot } from "../../document/hooks";
import type { Snapshot, Step } from "../../model/snapshot";
import { simple } from "../cells/readText";
import { choicesFor, type Suggestion, suggestionsFor } from "../cells/suggestions";
import type { Column } from "../columns/columns";
import styles from "./CellField.module.css";
import type { Direction, Editing } from "./gridState";
import type { OutlineGrid } from "./OutlineGrid";
import { useCellTyping } from "./useCellTyping";

interface CellFieldProps {
  grid: OutlineGrid;
  editing: Editing;
  column: Column;
  /** The step of the row; none in the empty one. */
  step: Step | null;
  stored: string;
}

type Field = HTMLTextAreaElement | HTMLInputElement;

const WHOLE = (snapshot: Snapshot) => snapshot;
const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
};

/** The field over a cell in which its text is typed. */
export function CellField({ grid, editing, column, step, stored }: CellFieldProps) {
  const typing = useCellTyping(grid, editing, column, stored);
  const [how, setHow] = useState(editing.how);
  const field = useRef<Field | null>(null);
  const list = useId();
  const explanation = useId();
  const severalLines = column.text !== "line";
  const offers = useOffers(step, column, typing.text, typing.touched, field.current);
  const first = useRef({ all: editing.stays || column.offers === "choice", text: typing.text });
  useLayoutEffect(() => {
    const { all, text } = first.current;
    field.current?.focus({ preventScroll: true });
    field.current?.setSelectionRange(all ? 0 : text.length, text.length);
  }, []);

  const pick = (suggestion: Suggestion, direction: Direction) => {
    if (suggestion.adds === "step") typing.addsStep(suggestion.text);
    typing.commit(direction, offers.replaced(suggestion.text));
  };
  const leaveTo = (direction: Direction) => {
    const { current } = offers;
    if (current === null) typing.commit(direction);
    else pick(current, direction);
  };
  const press = (event: KeyboardEvent<Field>) => {
    if (event.nativeEvent.isComposing) return;
    const { key, shiftKey, altKey, ctrlKey, metaKey } = event;
    const done = () => {
      event.preventDefault();
      event.stopPropagation();
    };
    if (key === "Escape") {
      done();
      typing.cancel();
    } else if (key === "Enter" && altKey) {
      done();
      if (!severalLines) return;
      if (offers.current !== null) typing.type(`${offers.replaced(offers.current.text)}\n`);
      else breakLine(event.currentTarget, typing.type);
    } else if (key === "Enter") {
      done();
      leaveTo(shiftKey ? "up" : "down");
    } else if (key === "Tab") {
      done();
      grid.takesTab = true;
      leaveTo(shiftKey ? "left" : "right");
    } else if (key === "F2") {
      done();
      setHow("edit");
    } else if ((key === "ArrowDown" || key === "ArrowUp") && offers.shown.length > 0) {
      done();
      offers.step(key === "ArrowDown" ? 1 : -1);
    } else if (key in ARROWS && how === "replace" && !shiftKey && !altKey && !ctrlKey && !metaKey) {
      done();
      leaveTo(ARROWS[key] ?? "none");
    } else if ((ctrlKey || metaKey) && simple(key) === "z" && column.offers === "choice") {
      // What is typed here is not in the process yet: the field's own undo has it.
      event.stopPropagation();
    }
  };
  const shared = {
    ref: (element: Field | null) => {
      field.current = element;
    },
    className: styles.field,
    "aria-label": step === null ? "Name of a new step" : column.label(step.name),
    "aria-invalid": typing.why !== null || undefined,
    "aria-describedby": typing.why === null ? undefined : explanation,
    "aria-autocomplete": column.offers === undefined ? undefined : ("list" as const),
    "aria-controls": offers.shown.length > 0 ? list : undefined,
    "aria-activedescendant": offers.current === null ? undefined : `${list}-${offers.at}`,
    value: typing.text,
    onChange: (event: { target: Field }) => {
      offers.reset();
      typing.type(severalLines ? event.target.value : event.target.value.replace(/\s*\n\s*/g, " "));
    },
    onKeyDown: press,
    onBlur: () => {
      // Another window in front is no reason to stop typing in this one.
      if (document.hasFocus()) grid.leave?.();
    },
  };
  return (
    <div className={styles.box} data-refused={typing.why !== null || undefined} data-field>
      <Popover
        opened={offers.shown.length > 0}
        position="bottom-start"
        offset={4}
        shadow="md"
        withRoles={false}
        trapFocus={false}
        closeOnEscape={false}
        closeOnClickOutside={false}
        transitionProps={{ duration: 0 }}
      >
        <Popover.Target>
          {column.offers === undefined || severalLines ? (
            <textarea rows={1} {...shared} />
          ) : (
            <input role="combobox" aria-expanded={offers.shown.length > 0} {...shared} />
          )}
        </Popover.Target>
        <Popover.Dropdown className={styles.list ?? ""}>
          <div id={list} role="listbox" aria-label={`${column.title}: choices`}>
            {offers.shown.map((suggestion, at) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keyboard
              <div
                key={`${suggestion.adds ?? ""} ${suggestion.text}`}
                id={`${list}-${at}`}
                role="option"
                tabIndex={-1}
                aria-selected={at === offers.at}
                className={styles.choice}
                ref={at === offers.at ? scrollIntoView : null}
                // The field keeps the focus, or it would be left before anything is chosen.
                onPointerDown={(event) => event.preventDefault()}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => pick(suggestion, "none")}
              >
                {suggestion.adds && <IconPlus size={14} stroke={2} aria-hidden />}
                {suggestion.adds ? `New ${suggestion.adds} “${suggestion.text}”` : suggestion.text}
              </div>
            ))}
          </div>
        </Popover.Dropdown>
      </Popover>
      {typing.why !== null && (
        <span id={explanation} className={styles.refusal} role="alert">
          {typing.why}
        </span>
      )}
    </div>
  );
}

interface Offers {
  readonly shown: readonly Suggestion[];
  readonly at: number;
  /** The one that Enter takes; none while the text is to be taken as it is. */
  readonly current: Suggestion | null;
  step(by: number): void;
  reset(): void;
  /** The whole text with the line that is being typed replaced. */
  replaced(line: string): string;
}

/** What is offered for what is being typed, and which of it the keys are on. */
function useOffers(
  step: Step | null,
  column: Column,
  text: string,
  touched: boolean,
  field: Field | null,
): Offers {
  const snapshot = useSnapshot(WHOLE);
  const [moved, setMoved] = useState<number | null>(null);
  const choices = useMemo(
    () => (step === null || !column.offers ? [] : choicesFor(snapshot, step, column.key)),
    [snapshot, step, column],
  );
  const lines = text.split("\n");
  const caret = field?.selectionStart ?? text.length;
  const at = Math.min(text.slice(0, caret).split("\n").length, lines.length) - 1;
  const line = column.text === "line" ? text : (lines[at] ?? "");
  // Before anything is typed all of them are offered; a line that names one of them needs no more.
  const whole = column.offers === "choice" && column.text === "line" && !touched;
  const settled = column.text !== "line" && choices.some((one) => simple(one) === simple(line));
  const shown = settled ? [] : suggestionsFor(choices, whole ? "" : line, column.key);
  const usual = () => {
    if (whole) return shown.findIndex((one) => simple(one.text) === simple(text));
    return column.offers === "choice" && line.trim() !== "" && shown.length > 0 ? 0 : -1;
  };
  const index = moved === null ? usual() : Math.min(moved, shown.length - 1);
  return {
    shown,
    at: index,
    current: shown[index] ?? null,
    step: (by) => setMoved((Math.max(index, by < 0 ? 0 : -1) + by + shown.length) % shown.length),
    reset: () => setMoved(null),
    replaced: (next) =>
      column.text === "line" ? next : lines.map((old, row) => (row === at ? next : old)).join("\n"),
  };
}

/** Puts a line break where the caret is. */
function breakLine(field: Field, type: (text: string) => void): void {
  const { selectionStart, selectionEnd } = field;
  field.setRangeText("\n", selectionStart ?? 0, selectionEnd ?? 0, "end");
  type(field.value);
}

function scrollIntoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: "nearest" });
}
