import { useReactFlow, useStoreApi } from "@xyflow/react";
import { useEffect } from "react";
import { layOut, type StepSizes } from "../../api/touchline";
import { moveSteps } from "../../document/edits/moveSteps";
import type { Box } from "../../geometry/routes/route";
import { stepBox } from "../../geometry/sizes/stepBox";
import { placedBoxes } from "../../geometry/space/placing";
import type { Snapshot } from "../../model/snapshot";
import { toProcess } from "../../model/toProcess";
import { type CanvasPort, useEditor } from "../../session/Editor";
import { onlyStep } from "../../session/select";
import { menuPlace } from "../menus/useContextMenu";
import { useCanvas } from "../state/CanvasContext";
import type { StepNode } from "../steps/nodes";
import { viewTime } from "./motion";
import { hasMap, onScreen, type Room, shiftIntoView, viewOf } from "./view";

/** Offers what the canvas can do to the rest of the screen while the canvas is shown. */
export function useCanvasPort(): void {
  const editor = useEditor();
  const canvas = useCanvas();
  const flow = useReactFlow<StepNode>();
  const store = useStoreApi();
  useEffect(() => {
    const { document } = editor;
    // A view without a size, as while another one takes its place, has no way to anywhere: the
    // library would divide by its width.
    const time = () => (store.getState().domNode?.clientWidth ? viewTime() : 0);
    const room = () => roomOf(store.getState(), document.snapshot);
    const look = (boxes: readonly Box[], mostZoom: number) => {
      const view = viewOf(boxes, room(), mostZoom);
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
        const shift = shiftIntoView(onScreen(box, { x, y, zoom }), room());
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
        const layout = await layOut(toProcess(document.snapshot, { positions: false }), sizes);
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
    return () => editor.canvas.set(null);
  }, [editor, flow, store, canvas]);
}

/** The room that there is to show these steps. */
export function roomOf(canvas: { width: number; height: number }, { steps }: Snapshot): Room {
  const { width, height } = canvas;
  return { width, height, mapped: hasMap(steps.size, { width, height }) };
}

/** The drawn size of each step, for the layout. */
export function sizesOf({ steps }: Snapshot): StepSizes {
  return Object.fromEntries(
    [...steps.values()].map((step) => {
      const { width, height } = stepBox(step);
      return [step.id, { width, height }];
    }),
  );
}

/** Gives the keyboard to a step where it is drawn, else to the canvas. */
export function focusStep(canvas: HTMLElement | null, id: string | null): void {
  const step = id === null ? null : elementOf(canvas, id);
  (step ?? canvas)?.focus({ preventScroll: true });
}

/** The element of a step; null while it has none, as out of view. */
export function elementOf(canvas: HTMLElement | null, id: string): HTMLElement | null {
  const selector = `.react-flow__node[data-id="${CSS.escape(id)}"]`;
  return canvas?.querySelector<HTMLElement>(selector) ?? null;
}
