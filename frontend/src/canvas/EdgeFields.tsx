import { useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import { canonicalDuration, DURATION_EXAMPLE } from "../document/duration";
import { setEdgeField } from "../document/edits/setEdgeField";
import type { Edge } from "../document/model";
import { useDraft, useTypingSession, type WriteText } from "../document/useTyping";
import { type Editor, useEditor } from "../editor/Editor";
import { selectStep } from "../editor/select";
import { say } from "../notices/notices";
import { addAfter, NEXT_STEP } from "./adding";
import styles from "./EdgeLabel.module.css";
import { useTypingScale } from "./useTypingScale";

/** The wait of an edge, typed where it stands; what is no duration is refused with an example. */
export function WaitField({ edge }: { edge: Edge }) {
  const editor = useEditor();
  const write = (text: string) => {
    const wait = text.trim() === "" ? undefined : canonicalDuration(text);
    if (wait === null) return null;
    if (wait !== edge.max_wait) setEdgeField(editor.document, edge.id, "max_wait", wait);
    return wait ?? "";
  };
  return (
    <EdgeField
      edge={edge}
      label="Longest wait"
      value={edge.max_wait ?? ""}
      placeholder="1 day"
      refusal={DURATION_EXAMPLE}
      write={write}
      goOn={(forward) => afterWait(editor, edge, forward)}
    />
  );
}

/** The condition of an edge, typed where it stands. */
export function ConditionField({ edge }: { edge: Edge }) {
  const editor = useEditor();
  const write = (text: string) => {
    const when = text.trim() || undefined;
    if (when !== edge.when) setEdgeField(editor.document, edge.id, "when", when);
    return when ?? "";
  };
  return (
    <EdgeField
      edge={edge}
      label="Condition"
      value={edge.when ?? ""}
      placeholder="Such as Yes"
      refusal=""
      write={write}
      goOn={() => finish(editor)}
    />
  );
}

interface EdgeFieldProps {
  edge: Edge;
  label: string;
  value: string;
  placeholder: string;
  /** What is said when the text is not kept. */
  refusal: string;
  write: WriteText;
  /** Called once the text is kept, by Enter or (`forward`) by Tab. */
  goOn: (forward: boolean) => void;
}

/**
 * Each letter is written at once where that gives something to write: the canvas follows, and a window
 * closed in the middle takes nothing with it. A field emptied on the way to something else is not.
 */
function EdgeField({ edge, label, value, placeholder, refusal, write, goOn }: EdgeFieldProps) {
  const editor = useEditor();
  const takeBack = useTypingSession(editor.document);
  const typed = useRef(typedAlready(editor));
  const [draft, setDraft] = useDraft(value, typed.current);
  const [refused, setRefused] = useState(false);
  const scale = useTypingScale();
  const field = useRef<HTMLInputElement>(null);
  const explanation = useId();
  useLayoutEffect(() => {
    field.current?.focus({ preventScroll: true });
    // What has been typed already is gone on with; anything else is ready to be replaced.
    if (typed.current === undefined) field.current?.select();
  }, []);
  const type = (text: string) => {
    setRefused(false);
    setDraft(text, (text.trim() === "" ? null : write(text)) ?? value);
  };
  const typeFirst = useRef(type);
  useEffect(() => {
    if (typed.current !== undefined) typeFirst.current(typed.current);
  }, []);

  const leave = () => {
    const typing = editor.typing.get();
    if (typing === null || typing.what === "name" || typing.edge !== edge.id) return;
    if (write(draft) === null) {
      takeBack();
      say(`“${draft}” was not kept. ${refusal}.`);
    }
    editor.typing.set(null);
  };
  return (
    <span className={styles.field} style={{ scale }}>
      <input
        ref={field}
        aria-label={label}
        aria-invalid={refused}
        aria-describedby={refused ? explanation : undefined}
        placeholder={placeholder}
        size={Math.min(Math.max(draft.length, 6), 28)}
        value={draft}
        onChange={(event) => type(event.target.value)}
        onBlur={leave}
        onKeyDown={(event) => {
          const { key, shiftKey } = event;
          if (event.nativeEvent.isComposing) return;
          if (key !== "Enter" && key !== "Escape" && (key !== "Tab" || shiftKey)) return;
          event.preventDefault();
          event.stopPropagation();
          if (key === "Escape") {
            takeBack();
            finish(editor);
          } else if (write(draft) !== null) goOn(key === "Tab");
          else setRefused(true);
        }}
      />
      {refused && (
        <span id={explanation} className={styles.refusal} role="alert">
          {refusal}
        </span>
      )}
    </span>
  );
}

function typedAlready(editor: Editor): string | undefined {
  const typing = editor.typing.get();
  return typing === null || typing.what === "name" ? undefined : typing.text;
}

/**
 * After the wait comes the condition: asked for by Tab, or needed on a new way out of a decision. To a
 * step that has just been added Tab adds the next, as everywhere: only a decision asks for conditions.
 */
function afterWait(editor: Editor, edge: Edge, forward: boolean): void {
  const typing = editor.typing.get();
  const back = typing !== null && typing.what !== "name" ? typing.back : undefined;
  const fromDecision = editor.document.snapshot.steps.get(edge.from)?.kind === "decision";
  if (forward && back === edge.to && !fromDecision) {
    finish(editor);
    addAfter(editor, back, NEXT_STEP);
    return;
  }
  const wanted = forward || (back !== undefined && fromDecision && edge.when === undefined);
  if (!wanted) {
    finish(editor);
    return;
  }
  editor.typing.set({ what: "when", edge: edge.id, ...(back === undefined ? {} : { back }) });
}

/** Ends the typing and gives the keyboard back to the canvas, at the step it came from. */
function finish(editor: Editor): void {
  const typing = editor.typing.get();
  editor.typing.set(null);
  if (typing !== null && typing.what !== "name" && typing.back !== undefined) {
    selectStep(editor, typing.back);
  }
  editor.canvas.get()?.focus();
}
