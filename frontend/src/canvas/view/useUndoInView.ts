import { useReactFlow, useStoreApi } from "@xyflow/react";
import { useEffect } from "react";
import { placedBoxes } from "../../geometry/space/placing";
import { useEditor } from "../../session/Editor";
import { viewTime } from "./motion";
import { moveIntoView, paneOf } from "./view";

/** Brings what undo or redo has changed into view, without changing the zoom. */
export function useUndoInView(): void {
  const editor = useEditor();
  const flow = useReactFlow();
  const store = useStoreApi();
  useEffect(
    () =>
      editor.undone.subscribe(() => {
        const { snapshot } = editor.document;
        const places = placedBoxes(snapshot);
        const boxes = editor.undone.get().flatMap((id) => places.get(id) ?? []);
        const [x, y, zoom] = store.getState().transform;
        const now = { x, y, zoom };
        const view = moveIntoView(boxes, now, paneOf(store.getState(), snapshot));
        if (view !== now) void flow.setViewport(view, { duration: viewTime() });
      }),
    [editor, flow, store],
  );
}
