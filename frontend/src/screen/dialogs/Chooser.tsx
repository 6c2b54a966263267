import { Modal } from "@mantine/core";
import { type ReactNode, useId, useMemo, useState } from "react";
import { useReturnFocus } from "../../ui/useReturnFocus";
import styles from "./Chooser.module.css";

export interface Choice {
  readonly id: string;
  readonly name: string;
  /** What stands beside the name, such as its keys. */
  readonly aside?: string;
  readonly icon?: ReactNode;
}

interface ChooserProps {
  /** What is being chosen, as the field's label says it. */
  label: string;
  placeholder: string;
  choices: readonly Choice[];
  /** Said when nothing has such a name. */
  nothing: string;
  choose: (id: string) => void;
  close: () => void;
}

/** How many choices are shown at most; more are found by typing on. */
const MOST_SHOWN = 60;

/** Chooses one of many by typing a part of its name. */
export function Chooser({ label, placeholder, choices, nothing, choose, close }: ChooserProps) {
  useReturnFocus();
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const list = useId();
  const found = useMemo(() => matching(choices, typed), [choices, typed]);
  const current = found[Math.min(at, found.length - 1)];
  const move = (by: number) => setAt((found.length + at + by) % Math.max(found.length, 1));
  const take = (choice: Choice | undefined) => {
    if (choice === undefined) return;
    close();
    choose(choice.id);
  };
  return (
    <Modal
      opened
      onClose={close}
      withCloseButton={false}
      centered={false}
      yOffset="14vh"
      padding={0}
      size={520}
      attributes={{ content: { "aria-label": label } }}
      transitionProps={{ duration: 0 }}
    >
      <input
        className={styles.field}
        aria-label={label}
        placeholder={placeholder}
        role="combobox"
        aria-expanded
        aria-controls={list}
        aria-activedescendant={current === undefined ? undefined : `${list}-${current.id}`}
        // At once: whoever knows the keys types on before a frame has passed.
        // biome-ignore lint/a11y/noAutofocus: the dialog was just asked for, to type into
        autoFocus
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
          const by = moves[event.key];
          if (by === undefined && event.key !== "Enter") return;
          event.preventDefault();
          if (by !== undefined) move(by);
          else take(current);
        }}
      />
      <div className={styles.list} id={list} role="listbox" aria-label={label}>
        {found.map((choice) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keyboard
          <div
            key={choice.id}
            id={`${list}-${choice.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={choice === current}
            className={styles.choice}
            ref={choice === current ? scrollIntoView : null}
            onClick={() => take(choice)}
          >
            {choice.icon}
            <span className={styles.name}>{choice.name}</span>
            {choice.aside && <span className={styles.aside}>{choice.aside}</span>}
          </div>
        ))}
      </div>
      {found.length === 0 && <p className={styles.nothing}>{nothing}</p>}
    </Modal>
  );
}

function scrollIntoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: "nearest" });
}

/** The choices that have every typed word in their name, those that begin so first. */
export function matching(choices: readonly Choice[], typed: string): Choice[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const found = choices.filter(({ name, aside }) => {
    const text = `${name} ${aside ?? ""}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const begins = ({ name }: Choice) => name.toLowerCase().startsWith(words[0] ?? "");
  return [...found.filter(begins), ...found.filter((one) => !begins(one))].slice(0, MOST_SHOWN);
}
