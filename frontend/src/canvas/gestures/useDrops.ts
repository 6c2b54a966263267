import { useReactFlow, useStoreApi } from "@xyflow/react";
import { type DragEvent, type MouseEvent as ReactMouseEvent, useMemo } from "react";
import type { NewStep } from "../../document/edits/addStep";
import { standsBetween } from "../../document/edits/insertOnEdge";
import { moveSteps } from "../../document/edits/moveSteps";
import { addAt, addOnEdge, landingOf, moveOntoEdge } from "../../editing/adding";
import type { Snapshot, Step } from "../../model/snapshot";
import { useEditor } from "../../session/Editor";
import { revealNothing } from "../../session/reveal";
import { addEdgeToSelection, selectEdge, selectNothing, selectStep } from "../../session/select";
import { tokens } from "../../theme/tokens";
import { readDraggedStep } from "../palette/items";
import { useCanvas } from "../state/CanvasContext";
import { edgeAt, type Hit, hitAt, pointUnder } from "../state/hits";
import type { StepNode } from "../state/nodes";
import { addsToSelection } from "../state/selecting";

type Pointer = MouseEvent | TouchEvent | ReactMouseEvent;

/** Dragging steps and dropping them: on empty canvas, or on an edge to stand in between. */
export function useDrops() {
  const editor = useEditor();
  const canvas = useCanvas();
  const { boxes, openEdge, landing, guides, rests } = canvas;
  const flow = useReactFlow<StepNode>();
  const store = useStoreApi();
  const handlers = useMemo(() => {
    const { document: shared } = editor;
    // What the overview paints has no elements that would be clicked themselves.
    const painted = (event: ReactMouseEvent): Hit => {
      if (canvas.readable.get()) return { step: null, edge: null };
      const state = store.getState();
      return hitAt(canvas, shared.snapshot, pointUnder(state, event), state.transform[2]);
    };
    const edgeUnder = (event: Pointer | DragEvent) => {
      const pointer = "changedTouches" in event ? event.changedTouches[0] : event;
      if (pointer === undefined) return null;
      if (canvas.readable.get()) return edgeElementAt(pointer);
      const state = store.getState();
      return edgeAt(canvas, shared.snapshot, pointUnder(state, pointer), state.transform[2]);
    };
    const edgeFor = ({ kind }: NewStep, event: DragEvent) =>
      standsBetween(kind) ? edgeUnder(event) : null;
    /** Where the top edge's middle of a step comes to stand that is held by its own middle. */
    const pointOf = (event: DragEvent) => {
      const { x, y } = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
      return { x, y: y - tokens.step.minHeight / 2 };
    };
    const letGo = () => {
      openEdge.set(null);
      landing.set(null);
    };
    return {
      onNodeDrag: (event: Pointer, node: StepNode, dragged: StepNode[]) => {
        const opens = dragged.length === 1 && joinsByDrop(shared.snapshot, node.data.step);
        openEdge.set(opens ? edgeUnder(event) : null);
      },
      onNodeClick: revealNothing,
      onPaneClick: (event: ReactMouseEvent) => {
        revealNothing();
        const { step, edge } = painted(event);
        if (step !== null) selectStep(editor, step);
        else if (edge === null) selectNothing(editor);
        else if (addsToSelection(event)) addEdgeToSelection(editor, edge);
        else selectEdge(editor, edge);
      },
      onNodeDoubleClick: (_: unknown, node: StepNode) =>
        editor.typing.set({ what: "name", step: node.id }),
      onDoubleClick: (event: ReactMouseEvent) => {
        if (!(event.target instanceof Element) || !event.target.matches(".react-flow__pane"))
          return;
        const { edge } = painted(event);
        if (edge !== null) return editor.typing.set({ what: "wait", edge });
        const at = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
        editor.stepMenu.set({ at, use: { what: "add" } });
      },
      onDragOver: (event: DragEvent) => {
        const step = readDraggedStep(event.dataTransfer);
        if (step === null) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = "copy";
        const edge = edgeFor(step, event);
        openEdge.set(edge);
        landing.set(edge === null ? landingOf(editor, pointOf(event), step) : null);
      },
      onDragLeave: ({ currentTarget, relatedTarget }: DragEvent) => {
        // From one part of the canvas to another it is still on it.
        if (relatedTarget instanceof Node && currentTarget.contains(relatedTarget)) return;
        letGo();
      },
      onDrop: (event: DragEvent) => {
        const step = readDraggedStep(event.dataTransfer);
        if (step === null) return;
        event.preventDefault();
        const edge = edgeFor(step, event);
        letGo();
        if (edge !== null) addOnEdge(editor, edge, step);
        else addAt(editor, pointOf(event), step);
      },
    };
  }, [editor, canvas, flow, store, openEdge, landing]);

  const onNodeDragStop = (_: unknown, node: StepNode, dragged: StepNode[]) => {
    const edge = openEdge.get();
    openEdge.set(null);
    guides.set([]);
    // Where the steps were shown, which is where they snapped to.
    const moved = dragged.flatMap(({ id, position, data: { step } }) => {
      const { x, y } = boxes.get(id) ?? position;
      return x === step.x && y === step.y ? [] : [[id, { x, y }] as const];
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

/** Whether dropping a step on an edge is meant to join it: only while it is joined to nothing. */
function joinsByDrop({ incoming, outgoing }: Snapshot, step: Step): boolean {
  return standsBetween(step.kind) && !incoming.has(step.id) && !outgoing.has(step.id);
}

/** The edge whose element is at a point, beneath whatever is being dragged. */
function edgeElementAt({ clientX, clientY }: { clientX: number; clientY: number }): string | null {
  for (const element of document.elementsFromPoint(clientX, clientY)) {
    const edge = element.closest<HTMLElement | SVGElement>("[data-edge]");
    if (edge !== null) return edge.dataset.edge ?? null;
  }
  return null;
}
