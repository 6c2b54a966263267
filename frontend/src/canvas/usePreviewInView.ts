import { useReactFlow, useStoreApi } from "@xyflow/react";
import { useEffect } from "react";
import { useEditor } from "../editor/Editor";
import { boxesOfPreview } from "./ghosts";
import { viewTime } from "./motion";
import { roomOf } from "./useCanvasPort";
import { isInView, viewOf } from "./view";

/** Waits are read without effort from this zoom on. */
const READABLE = 0.6;

/** Brings what a fix would change near enough to be read when it is looked at, unless it is so already. */
export function usePreviewInView(): void {
  const editor = useEditor();
  const flow = useReactFlow();
  const store = useStoreApi();
  useEffect(() => {
    const look = () => {
      const preview = editor.preview.get();
      if (preview === null) return;
      const { snapshot } = editor.document;
      const boxes = boxesOfPreview(preview, snapshot);
      const room = roomOf(store.getState(), snapshot);
      const [x, y, zoom] = store.getState().transform;
      const view = viewOf(boxes, room, 1.1);
      if (view === null) return;
      const isSeen = boxes.every((box) => isInView(box, { x, y, zoom }, room));
      if (isSeen && (zoom >= READABLE || view.zoom <= zoom)) return;
      void flow.setViewport(view, { duration: viewTime() });
    };
    look();
    return editor.preview.subscribe(look);
  }, [editor, flow, store]);
}
