import { useStoreApi } from "@xyflow/react";
import { useEffect } from "react";
import { placedBoxes } from "../../geometry/space/placing";
import { useEditor } from "../../session/Editor";
import { revealed } from "../../session/reveal";
import { onlyStep } from "../../session/select";
import { isPartlyInView } from "./view";

/**
 * Keeps the selected step in view when the canvas gets less room, as when the details open beside it
 * in a small window. Who has moved away from the step, or looks at something else, stays there.
 */
export function useSelectedInView(): void {
  const editor = useEditor();
  const store = useStoreApi();
  useEffect(() => {
    let { width, height } = store.getState();
    return store.subscribe((now) => {
      const isSmaller = now.width < width || now.height < height;
      const before = { width, height };
      ({ width, height } = now);
      if (!isSmaller || editor.preview.get() !== null || revealed.get() !== null) return;
      const step = onlyStep(editor);
      const box = step === null ? undefined : placedBoxes(editor.document.snapshot).get(step);
      const [x, y, zoom] = now.transform;
      if (step === null || box === undefined) return;
      if (isPartlyInView(box, { x, y, zoom }, before)) editor.canvas.get()?.show(step);
    });
  }, [editor, store]);
}
