import { useId } from "react";
import { useTyping, type WriteText } from "../document/useTyping";
import styles from "./Outline.module.css";

interface TextCellProps {
  label: string;
  stored: string;
  write: WriteText;
  refusal?: string;
  wide?: boolean;
}

/** A cell of text, as high as its words need; Enter goes to the one below. */
export function TextCell({ label, stored, write, refusal, wide = false }: TextCellProps) {
  const typed = useTyping(stored, write);
  const refusalId = useId();
  return (
    <>
      <textarea
        rows={1}
        className={styles.text}
        data-wide={wide || undefined}
        aria-label={label}
        aria-invalid={typed.refused || undefined}
        aria-describedby={typed.refused ? refusalId : undefined}
        value={typed.value}
        onChange={(event) => typed.type(event.target.value)}
        onFocus={typed.handlers.onFocus}
        onBlur={typed.handlers.onBlur}
        onKeyDown={(event) => {
          if (event.key === "Enter" && !event.shiftKey) {
            event.preventDefault();
            below(event.currentTarget)?.focus();
          } else typed.handlers.onKeyDown(event);
        }}
      />
      {typed.refused && refusal !== undefined && (
        <span id={refusalId} className={styles.refusal} role="alert">
          {refusal}
        </span>
      )}
    </>
  );
}

interface ChoiceCellProps {
  label: string;
  value: string;
  choices: readonly (readonly [value: string, words: string])[];
  /** What is shown when nothing is chosen; without it something always is. */
  none?: string;
  onWrite: (value: string) => void;
}

/** A cell with a choice. */
export function ChoiceCell({ label, value, choices, none, onWrite }: ChoiceCellProps) {
  return (
    <select
      className={styles.choice}
      aria-label={label}
      value={value}
      onChange={(event) => onWrite(event.target.value)}
    >
      {none !== undefined && <option value="">{none}</option>}
      {choices.map(([key, words]) => (
        <option key={key} value={key}>
          {words}
        </option>
      ))}
    </select>
  );
}

/** The field of the same column in the next row. */
function below(field: HTMLElement): HTMLElement | null {
  const cell = field.closest<HTMLTableCellElement>("th, td");
  const next = cell?.closest("tr")?.nextElementSibling;
  return next?.children[cell?.cellIndex ?? 0]?.querySelector("textarea, select") ?? null;
}
