import { useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import { setEdgeField } from "../../document/edits/setEdgeField";
import { useSettings } from "../../document/hooks";
import { useDraft, useTypingSession, type WriteText } from "../../document/useTyping";
import { addAfter, NEXT_STEP } from "../../editing/adding";
import { typedDuration, whyNoDuration } from "../../model/duration";
import type { Edge } from "../../model/snapshot";
import { type Editor, useEditor } from "../../session/Editor";
import { selectStep } from "../../session/select";
import { say } from "../../ui/notices/notices";
import { useTypingScale } from "../view/readable";
import styles from "./EdgeLabel.module.css";
import { FieldWords } from "./FieldWords";

/** The wait of an edge, typed where it stands; what is no duration is refused with an example. */
export function WaitField({ edge }: { edge: Edge }) {
  const editor = useEditor();
  const { days } = useSettings();
  const write = (text: string) => {
    const typed = text.trim() === "" ? { text: undefined } : typedDuration(text, days);
    if ("why" in typed) return null;
    const wait = typed.text;
    if (wait !== edge.max_wait) setEdgeField(editor.document, edge.id, "max_wait", wait);
    return wait ?? "";
  };
  return (
    <EdgeField
      edge={edge}
      label="Longest wait"
      value={edge.max_wait ?? ""}
      placeholder="1 day"
      hint={tabAddsNext(editor, edge) ? "The longest wait – Tab for the next step" : ""}
      refusal={(text) => whyNoDuration(text, days)}
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
      hint=""
      refusal={() => ""}
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
  /** What is said until something is typed. */
  hint: string;
  /** What is said when a text is not kept. */
  refusal: (text: string) => string;
  write: WriteText;
  /** Called once the text is kept, by Enter or (`forward`) by Tab. */
  goOn: (forward: boolean) => void;
}

/**
 * Each letter is written at once where that gives something to write: the canvas follows, and a window
 * closed in the middle takes nothing with it. A field emptied on the way to something else is not.
 */
function EdgeField(props: EdgeFieldProps) {
  const { edge, label, value, placeholder, hint, refusal, write, goOn } = props;
  const editor = useEditor();
  const takeBack = useTypingSession(editor.document);
  const typed = useRef(typedAlready(editor));
  const [draft, setDraft] = useDraft(value, typed.current);
  const [before] = useState(value);
  /** The key that what is typed was refused to; null while it is not. */
  const [refused, setRefused] = useState<"Tab" | "Enter" | null>(null);
  const scale = useTypingScale();
  const field = useRef<HTMLInputElement>(null);
  const explanation = useId();
  useLayoutEffect(() => {
    field.current?.focus({ preventScroll: true });
    // What has been typed already is gone on with; anything else is ready to be replaced.
    if (typed.current === undefined) field.current?.select();
  }, []);
  const type = (text: string) => {
    setRefused(null);
    setDraft(text, (text.trim() === "" ? null : write(text)) ?? value);
  };
  const typeFirst = useRef(type);
  useEffect(() => {
    if (typed.current !== undefined) typeFirst.current(typed.current);
  }, []);

  const leave = () => {
    const typing = editor.typing.get();
    if (typing === null || typing.what === "name" || typing.edge !== edge.id) return;
    if (write(draft) === null) drop();
    editor.typing.set(null);
  };
  const drop = () => {
    takeBack();
    say(`“${draft}” was not kept. ${refusal(draft)}.`);
  };
  const keep = (key: "Tab" | "Enter") => {
    if (write(draft) !== null) goOn(key === "Tab");
    else if (refused !== null) {
      drop();
      goOn(key === "Tab");
    } else {
      setRefused(key);
      // Whoever has read why types something else, and not more of the same.
      field.current?.select();
    }
  };
  const wayOut = `${refused} again ${before === "" ? "leaves it open" : `keeps ${before}`}.`;
  const hinted = hint !== "" && draft === before;
  const isSaid = refused !== null || hinted;
  return (
    <span className={styles.field} style={{ scale }}>
      <input
        ref={field}
        aria-label={label}
        aria-invalid={refused !== null}
        aria-describedby={isSaid ? explanation : undefined}
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
          } else keep(key);
        }}
      />
      {isSaid && (
        <FieldWords
          key={refused}
          id={explanation}
          lines={refused === null ? [hint] : [`${refusal(draft)}.`, wayOut]}
          refused={refused !== null}
        />
      )}
    </span>
  );
}

function typedAlready(editor: Editor): string | undefined {
  const typing = editor.typing.get();
  return typing === null || typing.what === "name" ? undefined : typing.text;
}

/** Whether Tab goes on to the next step, as everywhere: only a decision asks for conditions first. */
function tabAddsNext({ typing, document }: Editor, { from, to }: Edge): boolean {
  const now = typing.get();
  const back = now !== null && now.what !== "name" ? now.back : undefined;
  return back === to && document.snapshot.steps.get(from)?.kind !== "decision";
}

/** After the wait comes the condition: asked for by Tab, or needed on a new way out of a decision. */
function afterWait(editor: Editor, edge: Edge, forward: boolean): void {
  if (forward && tabAddsNext(editor, edge)) {
    finish(editor);
    addAfter(editor, edge.to, NEXT_STEP);
    return;
  }
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
