import { useReactFlow } from "@xyflow/react";
import { type DragEvent, type MouseEvent as ReactMouseEvent, useMemo } from "react";
import { moveSteps } from "../document/edits/moveSteps";
import type { Snapshot } from "../document/model";
import { useEditor } from "../editor/Editor";
import { selectNothing } from "../editor/select";
import { readDraggedStep, STEP_DRAG_TYPE } from "../palette/items";
import { addAt, addOnEdge, moveOntoEdge } from "./adding";
import { useCanvas } from "./CanvasContext";
import type { StepNode } from "./nodes";
import { revealNothing } from "./reveal";

type Pointer = MouseEvent | TouchEvent | ReactMouseEvent;

/** Dragging steps and dropping them: on empty canvas, or on an edge to stand in between. */
export function useDrops(latest: () => readonly StepNode[]) {
  const editor = useEditor();
  const { openEdge, guides, rests } = useCanvas();
  const flow = useReactFlow<StepNode>();
  const handlers = useMemo(() => {
    const { document: shared } = editor;
    return {
      onNodeDrag: (event: Pointer, node: StepNode, dragged: StepNode[]) => {
        const isLoose = dragged.length === 1 && isLooseStep(shared.snapshot, node.id);
        openEdge.set(isLoose ? edgeUnder(event) : null);
      },
      onNodeClick: revealNothing,
      onPaneClick: () => {
        revealNothing();
        selectNothing(editor);
      },
      onNodeDoubleClick: (_: unknown, node: StepNode) =>
        editor.typing.set({ what: "name", step: node.id }),
      onDoubleClick: (event: ReactMouseEvent) => {
        if (!(event.target instanceof Element) || !event.target.matches(".react-flow__pane"))
          return;
        const at = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
        editor.stepMenu.set({ at, use: { what: "add" } });
      },
      onDragOver: (event: DragEvent) => {
        if (!event.dataTransfer.types.includes(STEP_DRAG_TYPE)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = "copy";
        openEdge.set(edgeUnder(event));
      },
      onDragLeave: () => openEdge.set(null),
      onDrop: (event: DragEvent) => {
        const step = readDraggedStep(event.dataTransfer);
        if (step === null) return;
        event.preventDefault();
        const edge = edgeUnder(event);
        openEdge.set(null);
        if (edge !== null) return addOnEdge(editor, edge, step);
        const at = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
        addAt(editor, { x: at.x, y: at.y - 28 }, step);
      },
    };
  }, [editor, flow, openEdge]);

  const onNodeDragStop = (_: unknown, node: StepNode, dragged: StepNode[]) => {
    const edge = openEdge.get();
    openEdge.set(null);
    guides.set([]);
    // Where the steps were shown, which is where they snapped to.
    const shown = new Map(latest().map((one) => [one.id, one.position]));
    const moved = dragged.flatMap(({ id, position, data: { step } }) => {
      const place = shown.get(id) ?? position;
      return place.x === step.x && place.y === step.y ? [] : [[id, place] as const];
    });
    // A click is a drag that went nowhere, and no edit.
    if (moved.length === 0 && edge === null) return;
    editor.document.edit(() => {
      moveSteps(editor.document, moved);
      if (edge !== null) moveOntoEdge(editor, edge, node.id);
    });
    rests.set((count) => count + 1);
  };
  return { ...handlers, onNodeDragStop };
}

/** Whether a step is joined to nothing; only then is dropping it on an edge meant to join it. */
function isLooseStep({ incoming, outgoing }: Snapshot, id: string): boolean {
  return !incoming.has(id) && !outgoing.has(id);
}

/** The edge under the pointer, beneath whatever is being dragged. */
function edgeUnder(event: Pointer | DragEvent): string | null {
  const point = "changedTouches" in event ? event.changedTouches[0] : event;
  if (point === undefined) return null;
  for (const element of document.elementsFromPoint(point.clientX, point.clientY)) {
    const edge = element.closest<HTMLElement | SVGElement>("[data-edge]");
    if (edge !== null) return edge.dataset.edge ?? null;
  }
  return null;
}
