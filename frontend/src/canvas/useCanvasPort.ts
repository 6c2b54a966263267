import { useReactFlow, useStoreApi } from "@xyflow/react";
import { useEffect } from "react";
import { layOut } from "../api/touchline";
import { moveSteps } from "../document/edits/moveSteps";
import type { Box } from "../geometry/shapes";
import { sizesOf } from "../geometry/sizes/stepBox";
import { placedBoxes } from "../geometry/space/placing";
import { toProcess } from "../model/toProcess";
import { type CanvasPort, useEditor } from "../session/Editor";
import { onlyStep } from "../session/select";
import { menuPlace } from "./menus/useContextMenu";
import { useCanvas } from "./state/CanvasContext";
import type { StepNode } from "./state/nodes";
import { focusStep } from "./view/elements";
import { viewTime } from "./view/motion";
import { onScreen, paneOf, shiftIntoView, viewOf } from "./view/view";

/** Offers what the canvas can do to the rest of the screen while the canvas is shown. */
export function useCanvasPort(): void {
  const editor = useEditor();
  const canvas = useCanvas();
  const flow = useReactFlow<StepNode>();
  const store = useStoreApi();
  useEffect(() => {
    const { document } = editor;
    let request = new AbortController();
    // A view without a size, as while another one takes its place, has no way to anywhere: the
    // library would divide by its width.
    const time = () => (store.getState().domNode?.clientWidth ? viewTime() : 0);
    const pane = () => paneOf(store.getState(), document.snapshot);
    const look = (boxes: readonly Box[], mostZoom: number) => {
      const view = viewOf(boxes, pane(), mostZoom);
      if (view === null) return;
      // Steps that are still on their way may have to be seen from farther off.
      const { minZoom, setMinZoom } = store.getState();
      if (view.zoom < minZoom) setMinZoom(view.zoom);
      void flow.setViewport(view, { duration: time() });
    };
    const port: CanvasPort = {
      fitAll: () => look([...placedBoxes(document.snapshot).values()], 1.25),
      frame: (steps) => {
        const boxes = placedBoxes(document.snapshot);
        look(
          [...steps].flatMap((id) => boxes.get(id) ?? []),
          1.1,
        );
      },
      show: (id) => {
        const box = placedBoxes(document.snapshot).get(id);
        if (box === undefined) return;
        const [x, y, zoom] = store.getState().transform;
        const shift = shiftIntoView(onScreen(box, { x, y, zoom }), pane());
        if (shift.x === 0 && shift.y === 0) return;
        void flow.setViewport({ x: x + shift.x, y: y + shift.y, zoom }, { duration: time() });
      },
      centre: () => {
        const box = store.getState().domNode?.getBoundingClientRect();
        return flow.screenToFlowPosition({
          x: (box?.left ?? 0) + (box?.width ?? 0) / 2,
          y: (box?.top ?? 0) + (box?.height ?? 0) / 2,
        });
      },
      layOut: async () => {
        const sizes = sizesOf(document.snapshot);
        const process = toProcess(document.snapshot, { positions: false });
        request.abort();
        request = new AbortController();
        const { signal } = request;
        const layout = await layOut(process, sizes, { signal, about: editor.id }).catch((error) => {
          if (signal.aborted) return null;
          throw error;
        });
        // Asked for anew, or no longer on the screen.
        if (layout === null || signal.aborted) return;
        canvas.drawn.keep(layout, sizes);
        moveSteps(document, Object.entries(layout.positions));
        port.fitAll();
      },
      openMenu: () => {
        const at = menuPlace(editor.selection.get(), document.snapshot, canvas, store.getState());
        editor.contextMenu.set({ at, byKey: true });
      },
      focus: () => focusStep(store.getState().domNode, onlyStep(editor)),
    };
    editor.canvas.set(port);
    return () => {
      request.abort();
      editor.canvas.set(null);
    };
  }, [editor, flow, store, canvas]);
}
