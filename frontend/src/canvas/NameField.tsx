import { useEffect, useRef, useState } from "react";
import { renameStep } from "../document/edits/renameStep";
import type { Step } from "../document/model";
import { useEditor } from "../editor/Editor";
import styles from "./StepNode.module.css";

/** The name of a step, typed where it stands: Enter keeps it, Escape leaves it as it was. */
export function NameField({ step }: { step: Step }) {
  const editor = useEditor();
  const [draft, setDraft] = useState(step.name);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, []);

  const keep = () => {
    if (draft.trim() !== step.name) renameStep(editor.document, step.id, draft.trim());
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
      className={`${styles.nameField} nodrag nopan nowheel`}
      aria-label="Name of the step"
      rows={1}
      value={draft}
      onChange={(event) => setDraft(event.target.value.replace(/\n/g, " "))}
      onBlur={() => {
        keep();
        if (editor.typing.get()?.what === "name") editor.typing.set(null);
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        const isTab = event.key === "Tab" && !event.shiftKey;
        if (event.key !== "Enter" && event.key !== "Escape" && !isTab) return;
        event.preventDefault();
        event.stopPropagation();
        if (event.key === "Escape") setDraft(step.name);
        else keep();
        close(event.key !== "Escape");
      }}
    />
  );
}
