import { type ReactFlowState, useStoreApi } from "@xyflow/react";
import { type MouseEvent as ReactMouseEvent, useMemo } from "react";
import { isTyping } from "../../commands/keys";
import type { Point } from "../../geometry/shapes";
import type { Snapshot } from "../../model/snapshot";
import { type Editor, type Selection, useEditor } from "../../session/Editor";
import { selectEdge, selectNothing, selectStep } from "../../session/select";
import { type CanvasState, useCanvas } from "../state/CanvasContext";
import { type Hit, hitAt, pointUnder } from "../state/hits";

/** A right click opens the menu of what is under the pointer, and no other over the chart. */
export function useContextMenu() {
  const editor = useEditor();
  const canvas = useCanvas();
  const store = useStoreApi();
  return useMemo(
    () => ({
      onContextMenu: (event: ReactMouseEvent) => {
        const { target, currentTarget } = event;
        // What floats above the chart is none of its own, and a text keeps the browser's menu.
        if (!(target instanceof Element) || !currentTarget.contains(target) || isTyping(target))
          return;
        event.preventDefault();
        if (target.closest(".react-flow__panel") !== null) return;
        const state = store.getState();
        const at = pointUnder(state, event);
        const painted = () => hitAt(canvas, editor.document.snapshot, at, state.transform[2]);
        select(editor, hitOn(target) ?? (canvas.readable.get() ? NOTHING : painted()));
        // On a Mac the left button with Ctrl is the right one; where a key asks, it is none of them.
        const byKey = event.button !== RIGHT && !event.ctrlKey;
        editor.contextMenu.set({ at, byKey });
      },
    }),
    [editor, canvas, store],
  );
}

const RIGHT = 2;
const NOTHING: Hit = { step: null, edge: null };

/** The step or edge that an element belongs to; null when it is none of one. */
function hitOn(target: Element): Hit | null {
  const step = target.closest<HTMLElement>(".react-flow__node")?.dataset.id;
  if (step !== undefined) return { step, edge: null };
  const edge = target.closest<HTMLElement | SVGElement>("[data-edge]")?.dataset.edge;
  return edge === undefined ? null : { step: null, edge };
}

/** Selects what the menu is about, unless it is a part of what is selected already. */
function select(editor: Editor, { step, edge }: Hit): void {
  const { steps, edges } = editor.selection.get();
  if (step !== null) {
    if (!steps.has(step)) selectStep(editor, step);
  } else if (edge !== null) {
    if (!edges.has(edge)) selectEdge(editor, edge);
  } else selectNothing(editor);
}

/** Where the menu of what is selected opens, in the process's pixels: at it, and within the view. */
export function menuPlace(
  selection: Selection,
  snapshot: Snapshot,
  canvas: CanvasState,
  { transform: [x, y, zoom], width, height }: ReactFlowState,
): Point {
  const middle = { x: (width / 2 - x) / zoom, y: (height / 2 - y) / zoom };
  const point = placeOf(selection, snapshot, canvas) ?? middle;
  const within = (value: number, shift: number, length: number) =>
    (Math.min(Math.max(value * zoom + shift, 0), length) - shift) / zoom;
  return { x: within(point.x, x, width), y: within(point.y, y, height) };
}

function placeOf(
  { steps, edges }: Selection,
  snapshot: Snapshot,
  { boxes, routes }: CanvasState,
): Point | undefined {
  const [step = ""] = steps;
  const box = boxes.get(step);
  if (box !== undefined) return { x: box.x + box.width / 2, y: box.y + box.height };
  const edge = snapshot.edges.get([...edges][0] ?? "");
  return edge === undefined ? undefined : routes.of(edge, snapshot)?.label;
}
