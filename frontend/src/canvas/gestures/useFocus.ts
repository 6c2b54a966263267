import { useStoreApi } from "@xyflow/react";
import { type FocusEvent, type KeyboardEvent, useEffect, useMemo } from "react";
import { isTyping } from "../../commands/keys";
import { useEditor } from "../../session/Editor";
import { onlyStep, selectStep } from "../../session/select";
import { focusStep } from "../view/elements";

/** The keys that do something to the step that has the focus. */
const ACTS = new Set(["Enter", "F2", " "]);

/** The keyboard follows the selection, when it is on the canvas already, and leads it. */
export function useFocus(inView: boolean) {
  const editor = useEditor();
  const store = useStoreApi();
  useEffect(() => {
    const follow = () => {
      const canvas = store.getState().domNode;
      const active = document.activeElement;
      const isHere = active === document.body || canvas?.contains(active) === true;
      if (canvas === null || !isHere || isTyping(active)) return;
      const step = onlyStep(editor);
      // With nothing selected the focus stays on its step, so that Tab goes on from there.
      if (step === null && active?.matches(".react-flow__node") === true) return;
      focusStep(canvas, step);
    };
    // Once React has drawn the selection, so that the focus lands on what is there now.
    const later = () => requestAnimationFrame(follow);
    return editor.selection.subscribe(later);
  }, [editor, store]);

  useEffect(() => {
    if (!inView) return;
    const [only, ...others] = editor.document.snapshot.stepIds;
    const { steps, edges } = editor.selection.get();
    const nothingSelected = steps.size + edges.size === 0;
    // From its one step on, a blank process is made without another thought.
    if (only !== undefined && others.length === 0 && nothingSelected) selectStep(editor, only);
    const frame = requestAnimationFrame(() => {
      if (document.activeElement !== document.body) return;
      const canvas = store.getState().domNode;
      // Nobody has pressed a key here yet who would look for a ring around the whole chart.
      if (canvas !== null) canvas.dataset.quiet = "";
      focusStep(canvas, onlyStep(editor));
    });
    return () => cancelAnimationFrame(frame);
  }, [inView, editor, store]);

  return useMemo(() => {
    const lead = (target: EventTarget) => {
      if (!(target instanceof HTMLElement) || !target.matches(".react-flow__node")) return;
      const { id } = target.dataset;
      if (id !== undefined && !editor.selection.get().steps.has(id)) selectStep(editor, id);
    };
    const showFocus = () => delete store.getState().domNode?.dataset.quiet;
    return {
      // Whoever comes back to it comes by a key or a click.
      onBlur: showFocus,
      onFocus: ({ target }: FocusEvent) => {
        // A step that is clicked is selected by the click.
        if (target.matches(":focus-visible")) lead(target);
      },
      onKeyDown: ({ key, target }: KeyboardEvent) => {
        showFocus();
        if (ACTS.has(key)) lead(target);
      },
    };
  }, [editor, store]);
}
