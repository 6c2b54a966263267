import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { type ClipboardEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useTyping } from "../../document/useTyping";
import { randomId } from "../../model/ids";
import { LineInput } from "./LineInput";
import styles from "./lists.module.css";
import { SortableRows } from "./SortableRows";

export interface Line {
  readonly id: string;
  readonly text: string;
}

export interface LineListProps {
  label: string;
  /** What one line is called, such as “line” or “stage”. */
  noun: string;
  hint?: string;
  lines: readonly Line[];
  placeholder: string;
  /** Writes a line, new or not; false when it is refused. */
  onWrite: (id: string, text: string, after: string | undefined) => boolean;
  onMove: (id: string, to: number) => void;
  /** `typed` when it goes because it was emptied. */
  onRemove: (id: string, typed: boolean) => void;
  /** Whether emptying a line leaves it as it was, so that it goes only by its cross. */
  keepsWhenEmptied?: (id: string) => boolean;
  /** What stands at the end of a line. */
  aside?: (id: string) => string | null;
}

/** A line that is there only on the screen, since nothing stands in it yet. */
interface Fresh {
  readonly id: string;
  readonly after: string | undefined;
}

/** Lines of text: Enter adds one, Backspace in an empty one goes back, pasted lines become lines. */
export function LineList(props: LineListProps) {
  const { label, noun, hint, lines, placeholder, onWrite, onMove, onRemove, aside } = props;
  const labelId = useId();
  const [fresh, setFresh] = useState<Fresh | null>(null);
  const inputs = useRef(new Map<string, HTMLTextAreaElement>());
  const wanted = useRef<string | null>(null);
  const rows = withFresh(lines, fresh);
  useEffect(() => {
    if (wanted.current === null) return;
    inputs.current.get(wanted.current)?.focus();
    wanted.current = null;
  });

  const addAfter = (after: string | undefined) => {
    const id = randomId();
    wanted.current = id;
    setFresh({ id, after });
  };
  const focus = (id: string | undefined) => id !== undefined && inputs.current.get(id)?.focus();
  const write = (id: string, text: string): string | null => {
    const before = rows[rows.findIndex((row) => row.id === id) - 1]?.id;
    const isNew = fresh?.id === id;
    if (text.trim() === "") {
      if (props.keepsWhenEmptied?.(id)) return null;
      if (!isNew) setFresh({ id, after: before });
      onRemove(id, true);
      return "";
    }
    return onWrite(id, text, isNew ? fresh.after : before) ? text : null;
  };
  const press = (event: KeyboardEvent<HTMLTextAreaElement>, id: string) => {
    const at = rows.findIndex((row) => row.id === id);
    const empty = event.currentTarget.value.trim() === "";
    if (event.key === "Enter") {
      event.preventDefault();
      if (empty) event.currentTarget.blur();
      else addAfter(id);
    } else if (event.key === "Backspace" && event.currentTarget.value === "" && at > 0) {
      event.preventDefault();
      focus(rows[at - 1]?.id);
    } else if (event.key === "ArrowUp" || event.key === "ArrowDown") {
      const step = event.key === "ArrowUp" ? -1 : 1;
      const neighbour = rows[at + step]?.id;
      if (neighbour === undefined || !(event.altKey || isAtEdge(event.currentTarget, step))) return;
      event.preventDefault();
      if (event.altKey) onMove(id, at + step);
      else focus(neighbour);
    }
  };
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>, id: string) => {
    const [first, ...others] = event.clipboardData
      .getData("text/plain")
      .split(/\r?\n/)
      .map((line) => line.replace(/^\s*(?:[-*•]|\d+[.)])\s+/, "").trim())
      .filter((line) => line !== "");
    if (first === undefined || others.length === 0) return;
    event.preventDefault();
    write(id, `${event.currentTarget.value}${first}`);
    let last = id;
    for (const other of others) {
      const next = randomId();
      if (onWrite(next, other, last)) last = next;
    }
    wanted.current = last;
  };

  return (
    <fieldset className={styles.list} aria-labelledby={labelId}>
      <div className={styles.head}>
        <span id={labelId} className={styles.label}>
          {label}
        </span>
        {lines.length > 0 && <span className={styles.count}>{lines.length}</span>}
      </div>
      {hint && lines.length === 0 && <p className={styles.hint}>{hint}</p>}
      {rows.length > 0 && (
        <SortableRows
          label={label}
          rows={rows.map((row) => ({
            ...row,
            name: row.text ? `“${row.text}”` : `the new ${noun}`,
          }))}
          onMove={onMove}
          onRemove={(id) => {
            if (fresh?.id === id) setFresh(null);
            else onRemove(id, false);
          }}
        >
          {({ id, text }) => (
            <TypedLine
              label={`${label}, ${noun} ${rows.findIndex((row) => row.id === id) + 1}`}
              stored={text}
              placeholder={placeholder}
              aside={aside?.(id) ?? null}
              write={(next) => write(id, next)}
              onPress={(event) => press(event, id)}
              onPaste={(event) => paste(event, id)}
              onLeave={() => setFresh((current) => (current?.id === id ? null : current))}
              inputRef={(input) => {
                if (input === null) inputs.current.delete(id);
                else inputs.current.set(id, input);
              }}
            />
          )}
        </SortableRows>
      )}
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        className={styles.add}
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => addAfter(lines.at(-1)?.id)}
      >
        Add {/^[aeiou]/.test(noun) ? "an" : "a"} {noun}
      </Button>
    </fieldset>
  );
}

interface TypedLineProps {
  label: string;
  stored: string;
  placeholder: string;
  aside: string | null;
  write: (text: string) => string | null;
  onPress: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
  onPaste: (event: ClipboardEvent<HTMLTextAreaElement>) => void;
  onLeave: () => void;
  inputRef: (input: HTMLTextAreaElement | null) => void;
}

function TypedLine({ stored, write, onPress, onLeave, aside, ...rest }: TypedLineProps) {
  const typed = useTyping(stored, write);
  return (
    <>
      <LineInput
        {...rest}
        value={typed.value}
        invalid={typed.refused}
        onType={typed.type}
        onFocus={typed.handlers.onFocus}
        onBlur={() => {
          typed.handlers.onBlur();
          onLeave();
        }}
        onPress={(event) => {
          onPress(event);
          if (!event.defaultPrevented) typed.handlers.onKeyDown(event);
        }}
      />
      {aside !== null && <span className={styles.aside}>{aside}</span>}
    </>
  );
}

/** Whether the next arrow would leave the text: within a line that has wrapped it stays there. */
function isAtEdge({ selectionStart, selectionEnd, value }: HTMLTextAreaElement, step: number) {
  return step < 0 ? selectionEnd === 0 : selectionStart === value.length;
}

function withFresh(lines: readonly Line[], fresh: Fresh | null): readonly Line[] {
  if (fresh === null || lines.some((line) => line.id === fresh.id)) return lines;
  const at = lines.findIndex((line) => line.id === fresh.after) + 1;
  return [...lines.slice(0, at), { id: fresh.id, text: "" }, ...lines.slice(at)];
}
