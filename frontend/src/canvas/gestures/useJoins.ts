import { type FinalConnectionState, useReactFlow } from "@xyflow/react";
import { useMemo } from "react";
import { join } from "../../editing/adding";
import { useEditor } from "../../session/Editor";

/** Joining: from a step's handle to another step, or to empty canvas for a new one. */
export function useJoins() {
  const editor = useEditor();
  const flow = useReactFlow();
  return useMemo(
    () => ({
      onConnectEnd: (event: MouseEvent | TouchEvent, { fromNode }: FinalConnectionState) => {
        const point = "changedTouches" in event ? event.changedTouches[0] : event;
        if (fromNode === null || point === undefined) return;
        const under = document.elementFromPoint(point.clientX, point.clientY);
        const step = under?.closest<HTMLElement>(".react-flow__node")?.dataset.id;
        if (step !== undefined) return join(editor, fromNode.id, step);
        if (under?.closest(".react-flow__pane") === null) return;
        const at = flow.screenToFlowPosition({ x: point.clientX, y: point.clientY });
        editor.stepMenu.set({ at, use: { what: "add", joinedTo: fromNode.id } });
      },
    }),
    [editor, flow],
  );
}
