import { useStoreApi } from "@xyflow/react";
import { useEffect } from "react";
import { isTyping } from "../commands/keys";
import { useEditor } from "../editor/Editor";
import { onlyStep } from "../editor/select";
import { focusStep } from "./useCanvasPort";

/** The keyboard follows the selection, when it is on the canvas already. */
export function useFocus(): void {
  const editor = useEditor();
  const store = useStoreApi();
  useEffect(() => {
    const follow = () => {
      const canvas = store.getState().domNode;
      const active = document.activeElement;
      const isHere = active === document.body || canvas?.contains(active) === true;
      if (canvas === null || !isHere || isTyping(active)) return;
      focusStep(canvas, onlyStep(editor));
    };
    // Once React has drawn the selection, so that the focus lands on what is there now.
    const later = () => requestAnimationFrame(follow);
    return editor.selection.subscribe(later);
  }, [editor, store]);
}
