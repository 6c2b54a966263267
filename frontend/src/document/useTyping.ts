/** What a field shows while somebody types in it; each letter is written at once. */
import { type ChangeEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTouchlineDocument } from "./hooks";
import type { TouchlineDocument } from "./TouchlineDocument";

type Field = HTMLInputElement | HTMLTextAreaElement;

/** Writes what was typed and gives what is stored then; null when it is refused and not written. */
export type WriteText = (text: string) => string | null;

export interface Typed {
  readonly value: string;
  /** Whether what stands in the field is not written, since it was refused. */
  readonly refused: boolean;
  readonly type: (text: string) => void;
  readonly handlers: {
    onFocus(): void;
    onBlur(): void;
    onKeyDown(event: KeyboardEvent<Field>): void;
  };
}

interface Draft {
  readonly text: string;
  readonly refused: boolean;
  /** What was stored once this was typed: while it is, the field shows the text as it was typed. */
  readonly stored: string;
}

/**
 * Types into a stored text, from focus to blur one undo step. When the stored text changes by
 * another hand, or by undo, the field shows that; Escape drops what was refused.
 */
export function useTyping(stored: string, write: WriteText): Typed {
  const document = useTouchlineDocument();
  const [draft, setDraft] = useState<Draft | null>(null);
  const endSession = useRef<(() => void) | null>(null);
  const begun = useRef({ stored, undoDepth: document.undoDepth });
  useEffect(() => () => endSession.current?.(), []);

  const shown = draft?.stored === stored ? draft : null;
  // A part of what is refused may have been written on the way there: it goes with the whole.
  const settle = () => {
    if (shown === null || !shown.refused) return;
    document.takeBackTo(begun.current.undoDepth);
    setDraft({ ...shown, stored: begun.current.stored });
  };
  return {
    value: shown?.text ?? stored,
    refused: shown?.refused ?? false,
    type(text) {
      const now = write(text);
      setDraft({ text, refused: now === null, stored: now ?? stored });
    },
    handlers: {
      onFocus() {
        endSession.current?.();
        endSession.current = document.beginTyping();
        begun.current = { stored, undoDepth: document.undoDepth };
      },
      onBlur() {
        settle();
        endSession.current?.();
        endSession.current = null;
        setDraft((current) => (current?.refused ? current : null));
      },
      onKeyDown(event) {
        if (event.key === "Enter") settle();
        if (event.key !== "Escape") return;
        // Escape belongs to the field: it must not take the selection, and so the field, away.
        event.stopPropagation();
        event.currentTarget.blur();
        setDraft(null);
      },
    },
  };
}

/**
 * Makes one undo step of all that is typed while the caller is on the screen, as in a field that comes
 * up where something is typed and goes again. Gives the way to take it back as if never typed.
 */
export function useTypingSession(document: TouchlineDocument): () => void {
  const [before] = useState(document.undoDepth);
  useEffect(() => document.beginTyping(), [document]);
  return () => document.takeBackTo(before);
}

/** The text as it is typed, until what is stored changes by undo or by another hand. */
export function useDraft(
  stored: string,
  first = stored,
): [text: string, type: (text: string, stored: string) => void] {
  const [draft, setDraft] = useState({ text: first, stored });
  const type = (text: string, now: string) => setDraft({ text, stored: now });
  return [draft.stored === stored ? draft.text : stored, type];
}

/** The text of a change event, for handlers that take the event. */
export function textOf(event: ChangeEvent<Field>): string {
  return event.target.value;
}
