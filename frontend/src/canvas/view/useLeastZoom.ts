import { useStoreApi } from "@xyflow/react";
import { useEffect } from "react";
import { useEditor } from "../../session/Editor";
import { useCanvas } from "../state/CanvasContext";
import { leastZoom, paneOf } from "./view";

/** Lets one zoom out until the whole process is in view, however long it is. */
export function useLeastZoom(): void {
  const { boxes } = useCanvas();
  const { document } = useEditor();
  const flow = useStoreApi();
  useEffect(() => {
    let [lastWidth, lastHeight] = [0, 0];
    const follow = () => {
      const state = flow.getState();
      const least = leastZoom([...boxes.all().values()], paneOf(state, document.snapshot));
      if (least !== state.minZoom) state.setMinZoom(least);
    };
    const resize = () => {
      const { width, height } = flow.getState();
      if (width === lastWidth && height === lastHeight) return;
      [lastWidth, lastHeight] = [width, height];
      follow();
    };
    resize();
    const stops = [boxes.arrangements.subscribe(follow), flow.subscribe(resize)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [boxes, document, flow]);
}
