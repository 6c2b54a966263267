import { useReactFlow, useStoreApi } from "@xyflow/react";
import { useEffect } from "react";
import type { Snapshot } from "../../model/snapshot";
import { useEditor } from "../../session/Editor";
import { boxesOfPreview } from "../state/ghosts";
import { viewTime } from "./motion";
import { isInView, paneOf, type View, viewOf } from "./view";

/** Waits are read without effort from this zoom on. */
const READABLE = 0.6;

/** Where somebody was before a fix was looked at, and where they were taken for it. */
interface Visit {
  readonly before: View;
  readonly there: View;
  readonly snapshot: Snapshot;
}

/**
 * Brings what a fix would change near enough to be read when it is looked at, unless it is so already.
 * Whoever leaves it as it was is taken back to where they were, if they have not gone elsewhere.
 */
export function usePreviewInView(): void {
  const editor = useEditor();
  const flow = useReactFlow();
  const store = useStoreApi();
  useEffect(() => {
    let visit: Visit | null = null;
    const leave = (now: View) => {
      if (visit === null) return;
      const { before, there, snapshot } = visit;
      visit = null;
      if (snapshot !== editor.document.snapshot || !isNear(now, there)) return;
      void flow.setViewport(before, { duration: viewTime() });
    };
    const look = () => {
      const preview = editor.preview.get();
      const { snapshot } = editor.document;
      const [x, y, zoom] = store.getState().transform;
      if (preview === null) return leave({ x, y, zoom });
      const boxes = boxesOfPreview(preview, snapshot);
      const pane = paneOf(store.getState(), snapshot);
      const view = viewOf(boxes, pane, 1.1);
      if (view === null) return;
      const isSeen = boxes.every((box) => isInView(box, { x, y, zoom }, pane));
      if (isSeen && (zoom >= READABLE || view.zoom <= zoom)) return;
      visit = { before: visit?.before ?? { x, y, zoom }, there: view, snapshot };
      void flow.setViewport(view, { duration: viewTime() });
    };
    look();
    return editor.preview.subscribe(look);
  }, [editor, flow, store]);
}

/** Whether two views are the same but for the rounding of a motion. */
function isNear(a: View, b: View): boolean {
  return Math.hypot(a.x - b.x, a.y - b.y) < 2 && Math.abs(a.zoom - b.zoom) < 0.01;
}
