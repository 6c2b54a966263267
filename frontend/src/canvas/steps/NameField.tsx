import { ViewportPortal } from "@xyflow/react";
import { useLayoutEffect, useRef } from "react";
import { renameStep } from "../../document/edits/renameStep";
import { useStep } from "../../document/hooks";
import { useDraft, useTypingSession } from "../../document/useTyping";
import { stepBox } from "../../geometry/sizes/stepBox";
import type { Step } from "../../model/snapshot";
import { useEditor } from "../../session/Editor";
import { useStore } from "../../ui/store";
import { useTypingScale } from "../view/readable";
import styles from "./NameField.module.css";

/** React Flow lifts a selected step to 1000. */
const ABOVE_STEPS = 1001;

/**
 * The name that is being typed, on top of its step. It does not wait until the canvas has drawn
 * the step, so that not one key is lost between adding a step and naming it.
 */
export function NameLayer() {
  const editor = useEditor();
  const id = useStore(editor.typing, (typing) => (typing?.what === "name" ? typing.step : null));
  const step = useStep(id ?? "");
  if (step === undefined) return null;
  const { width, height } = stepBox(step);
  const transform = `translate(${step.x ?? 0}px, ${step.y ?? 0}px)`;
  return (
    <ViewportPortal>
      <div
        className={styles.place}
        data-kind={step.kind}
        style={{ width, height, transform, zIndex: ABOVE_STEPS }}
      >
        <NameField key={step.id} step={step} />
      </div>
    </ViewportPortal>
  );
}

/**
 * The name of a step, typed where it stands: Enter keeps it, Escape leaves it as it was. Each letter
 * is written at once, so that a window closed in the middle of a name takes nothing with it.
 */
function NameField({ step }: { step: Step }) {
  const editor = useEditor();
  const [draft, setDraft] = useDraft(step.name);
  const takeBack = useTypingSession(editor.document);
  const scale = useTypingScale();
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, []);

  const type = (text: string) => {
    const name = text.trim();
    const isName = name !== "" && renameStep(editor.document, step.id, name);
    setDraft(text, isName ? name : step.name);
  };
  const close = (goOn: boolean) => {
    const typing = editor.typing.get();
    if (typing?.what !== "name" || typing.step !== step.id) return;
    const next = goOn ? typing.next : undefined;
    editor.typing.set(next === undefined ? null : { what: "wait", edge: next, back: step.id });
    if (next === undefined) editor.canvas.get()?.focus();
  };
  return (
    <textarea
      ref={field}
      className={`${styles.field} nodrag nopan nowheel`}
      style={{ scale }}
      aria-label="Name of the step"
      rows={1}
      value={draft}
      onChange={(event) => type(event.target.value.replace(/\n/g, " "))}
      onBlur={() => {
        // After Enter and Escape the typing is over already.
        const typing = editor.typing.get();
        if (typing?.what !== "name" || typing.step !== step.id) return;
        if (draft.trim() === "") takeBack();
        editor.typing.set(null);
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        const isTab = event.key === "Tab" && !event.shiftKey;
        if (event.key !== "Enter" && event.key !== "Escape" && !isTab) return;
        event.preventDefault();
        event.stopPropagation();
        // A name that was emptied is no name: what stood there stays.
        if (event.key === "Escape" || draft.trim() === "") takeBack();
        close(event.key !== "Escape");
      }}
    />
  );
}
