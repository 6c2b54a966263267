import { type ReactFlowState, useStoreApi } from "@xyflow/react";
import { type MouseEvent as ReactMouseEvent, useEffect, useMemo } from "react";
import type { Box } from "../../geometry/shapes";
import { useEditor } from "../../session/Editor";
import { selectSteps } from "../../session/select";
import { useCanvas } from "../state/CanvasContext";
import { hitAt, pointUnder } from "../state/hits";

/** Pointing at what the overview paints: hovering and drawing a frame around steps. */
export function useOverviewPointer() {
  const editor = useEditor();
  const canvas = useCanvas();
  const flow = useStoreApi();
  useEffect(() => {
    const { hoveredStep, hoveredEdge, readable } = canvas;
    const forget = () => {
      hoveredStep.set(null);
      hoveredEdge.set(null);
      flow.getState().domNode?.removeAttribute("data-on-edge");
    };
    let last: ReactFlowState["userSelectionRect"] = null;
    const frame = () => {
      const { userSelectionRect: rect, userSelectionActive, transform } = flow.getState();
      if (rect === last) return;
      last = rect;
      if (readable.get() || rect === null || !userSelectionActive) return;
      forget();
      const framed = canvas.boxes.idsWithin(onChart(rect, transform));
      if (!sameSet(editor.selection.get().steps, framed)) selectSteps(editor, framed);
    };
    const stops = [readable.subscribe(forget), flow.subscribe(frame)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [canvas, editor, flow]);

  return useMemo(() => {
    const leave = () => point(null, null);
    const point = (step: string | null, edge: string | null) => {
      canvas.hoveredStep.set(step);
      canvas.hoveredEdge.set(edge);
      const { domNode } = flow.getState();
      if (domNode !== null) domNode.toggleAttribute("data-on-edge", edge !== null);
    };
    return {
      onMouseMove: (event: ReactMouseEvent) => {
        if (canvas.readable.get() || event.buttons !== 0) return;
        const isOnChart = event.target instanceof Element && event.target.closest(CHART) !== null;
        if (!isOnChart) return leave();
        const state = flow.getState();
        const at = pointUnder(state, event);
        const { step, edge } = hitAt(canvas, editor.document.snapshot, at, state.transform[2]);
        point(step, edge);
      },
      onMouseLeave: () => {
        if (!canvas.readable.get()) leave();
      },
    };
  }, [canvas, editor, flow]);
}

const CHART = ".react-flow__pane";

function onChart(rect: Box, [left, top, zoom]: ReactFlowState["transform"]): Box {
  const { x, y, width, height } = rect;
  return {
    x: (x - left) / zoom,
    y: (y - top) / zoom,
    width: width / zoom,
    height: height / zoom,
  };
}

function sameSet(a: ReadonlySet<string>, b: readonly string[]): boolean {
  return a.size === b.length && b.every((id) => a.has(id));
}
