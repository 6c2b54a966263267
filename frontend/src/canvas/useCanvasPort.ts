import { useReactFlow, useStoreApi } from "@xyflow/react";
import { useEffect } from "react";
import { layOut } from "../api/touchline";
import { moveSteps } from "../document/edits/moveSteps";
import { toProcess } from "../document/toProcess";
import { type CanvasPort, useEditor } from "../editor/Editor";
import type { StepNode } from "./nodes";

/** Offers what the canvas can do to the rest of the screen while the canvas is shown. */
export function useCanvasPort(): void {
  const editor = useEditor();
  const flow = useReactFlow<StepNode>();
  const store = useStoreApi();
  useEffect(() => {
    const sizes = () =>
      Object.fromEntries(
        flow.getNodes().flatMap(({ id, measured }) => {
          const { width, height } = measured ?? {};
          return width === undefined || height === undefined ? [] : [[id, { width, height }]];
        }),
      );
    const port: CanvasPort = {
      fitAll: () => void flow.fitView({ padding: 0.1, duration: 250 }),
      frame: (steps) =>
        void flow.fitView({
          nodes: [...steps].map((id) => ({ id })),
          padding: 0.25,
          maxZoom: 1.25,
          duration: 250,
        }),
      centre: () => {
        const box = store.getState().domNode?.getBoundingClientRect();
        return flow.screenToFlowPosition({
          x: (box?.left ?? 0) + (box?.width ?? 0) / 2,
          y: (box?.top ?? 0) + (box?.height ?? 0) / 2,
        });
      },
      sizes,
      layOut: async () => {
        const { positions } = await layOut(toProcess(editor.document.snapshot), sizes());
        moveSteps(editor.document, Object.entries(positions));
      },
      focus: () => store.getState().domNode?.focus(),
    };
    editor.canvas.set(port);
    return () => editor.canvas.set(null);
  }, [editor, flow, store]);
}
