import { useId, useLayoutEffect, useRef, useState } from "react";
import { canonicalDuration, DURATION_EXAMPLE } from "../document/duration";
import { setEdgeField } from "../document/edits/setEdgeField";
import type { Edge } from "../document/model";
import { type Editor, useEditor } from "../editor/Editor";
import { selectStep } from "../editor/select";
import { say } from "../notices/notices";
import styles from "./EdgeLabel.module.css";

/** The wait of an edge, typed where it stands; what is no duration is refused with an example. */
export function WaitField({ edge }: { edge: Edge }) {
  const editor = useEditor();
  const keep = (text: string) => {
    const wait = text.trim() === "" ? undefined : canonicalDuration(text);
    if (wait === null) return false;
    if (wait !== edge.max_wait) setEdgeField(editor.document, edge.id, "max_wait", wait);
    return true;
  };
  return (
    <EdgeField
      edge={edge}
      label="Longest wait"
      value={edge.max_wait ?? ""}
      placeholder="1 day"
      refusal={DURATION_EXAMPLE}
      keep={keep}
      goOn={(forward) => afterWait(editor, edge, forward)}
    />
  );
}

/** The condition of an edge, typed where it stands. */
export function ConditionField({ edge }: { edge: Edge }) {
  const editor = useEditor();
  const keep = (text: string) => {
    const when = text.trim() || undefined;
    if (when !== edge.when) setEdgeField(editor.document, edge.id, "when", when);
    return true;
  };
  return (
    <EdgeField
      edge={edge}
      label="Condition"
      value={edge.when ?? ""}
      placeholder="Such as Yes"
      refusal=""
      keep={keep}
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
  /** Stores the text; false when it is refused. */
  keep: (text: string) => boolean;
  /** Called once the text is kept, by Enter or (`forward`) by Tab. */
  goOn: (forward: boolean) => void;
}

function EdgeField({ edge, label, value, placeholder, refusal, keep, goOn }: EdgeFieldProps) {
  const editor = useEditor();
  const typed = useRef(typedAlready(editor));
  const [draft, setDraft] = useState(typed.current ?? value);
  const [refused, setRefused] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const explanation = useId();
  useLayoutEffect(() => {
    field.current?.focus({ preventScroll: true });
    // What has been typed already is gone on with; anything else is ready to be replaced.
    if (typed.current === undefined) field.current?.select();
  }, []);

  const leave = () => {
    const typing = editor.typing.get();
    if (typing === null || typing.what === "name" || typing.edge !== edge.id) return;
    if (!keep(draft)) say(`“${draft}” was not kept. ${refusal}.`);
    editor.typing.set(null);
  };
  return (
    <span className={styles.field}>
      <input
        ref={field}
        aria-label={label}
        aria-invalid={refused}
        aria-describedby={refused ? explanation : undefined}
        placeholder={placeholder}
        size={Math.min(Math.max(draft.length, 6), 28)}
        value={draft}
        onChange={(event) => {
          setDraft(event.target.value);
          setRefused(false);
        }}
        onBlur={leave}
        onKeyDown={(event) => {
          const { key, shiftKey } = event;
          if (event.nativeEvent.isComposing) return;
          if (key !== "Enter" && key !== "Escape" && (key !== "Tab" || shiftKey)) return;
          event.preventDefault();
          event.stopPropagation();
          if (key === "Escape") finish(editor);
          else if (keep(draft)) goOn(key === "Tab");
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

/** After the wait comes the condition: asked for by Tab, or needed on a new way out of a decision. */
function afterWait(editor: Editor, edge: Edge, forward: boolean): void {
  const typing = editor.typing.get();
  const back = typing !== null && typing.what !== "name" ? typing.back : undefined;
  const fromDecision = editor.document.snapshot.steps.get(edge.from)?.kind === "decision";
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
