import { type NodeChange, useStoreApi } from "@xyflow/react";
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useSnapshot } from "../../document/hooks";
import type { Box, Point } from "../../geometry/shapes";
import { typefaceLoads } from "../../geometry/sizes/typeface";
import type { Snapshot } from "../../model/snapshot";
import { useEditor } from "../../session/Editor";
import { useStore } from "../../ui/store";
import { type CanvasState, useCanvas } from "../state/CanvasContext";
import { placesIn } from "../state/ghosts";
import { type StepNode, samePlace, stepNodes } from "../state/nodes";
import type { StepBoxes } from "../state/StepBoxes";
import { elementOf } from "../view/elements";
import { along, animate, isJourney, type Journey, wantsNoMotion } from "../view/motion";
import { type DragMove, isDrag, snapDragged } from "./dragging";
import { useAwake } from "./useAwake";

const WHOLE = (snapshot: Snapshot) => snapshot;
const NOTHING_HELD: ReadonlySet<string> = new Set();

export interface Nodes {
  readonly nodes: StepNode[];
  readonly change: (changes: NodeChange<StepNode>[]) => void;
}

/**
 * The steps as React Flow draws them: those of the document, on their way or in somebody's hand.
 * Nothing is on its way before somebody looks (`inView`).
 */
export function useNodes(inView: boolean): Nodes {
  const editor = useEditor();
  const canvas = useCanvas();
  const { boxes, held, rests, routes } = canvas;
  const snapshot = useSnapshot(WHOLE);
  const selection = useStore(editor.selection);
  const preview = useStore(editor.preview);
  const loads = useStore(typefaceLoads);
  const holding = useStore(held);
  const awake = useAwake();
  const [nodes, setNodes] = useState<StepNode[]>([]);
  const shown = useRef<StepNode[]>([]);
  const show = useCallback(
    (next: StepNode[]) => {
      shown.current = next;
      setNodes(next);
      return boxes.arrange(next.map((node) => [node.id, boxOfNode(node)]));
    },
    [boxes],
  );
  const stop = useRef<(() => void) | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: words are as wide as their letters, which may have loaded just now
  useLayoutEffect(() => routes.forget(), [routes, loads]);

  useLayoutEffect(() => routes.keepOnly(snapshot.edges), [routes, snapshot.edges]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: as above
  useLayoutEffect(() => {
    const before = shown.current;
    // Steps in somebody's hand stay there, whatever the document says meanwhile.
    const inHand = [...holding].flatMap((id) => {
      const box = boxes.get(id);
      return box === undefined ? [] : [[id, { x: box.x, y: box.y }] as const];
    });
    const places = new Map<string, Point>([...placesIn(preview, snapshot), ...inHand]);
    const next = stepNodes({ snapshot, selection, places, held: holding, awake }, before);
    const journeys = holding.size > 0 ? NO_JOURNEYS : journeysBetween(boxes, next);
    const still = !inView || wantsNoMotion() || !isJourney(journeys.values());
    if (stop.current === null && still) {
      // What stands in the way of edges may have come, gone or grown.
      if (show(next)) rests.set((count) => count + 1);
      return;
    }
    stop.current?.();
    stop.current = animate(
      (part) =>
        show(
          next.map((node) => {
            const journey = journeys.get(node.id);
            return journey === undefined ? node : { ...node, position: along(journey, part) };
          }),
        ),
      () => {
        stop.current = null;
        show(next);
        rests.set((count) => count + 1);
      },
    );
  }, [snapshot, selection, preview, loads, show, rests, inView, holding, awake, boxes]);
  useLayoutEffect(() => () => stop.current?.(), []);

  return { nodes, change: useDragging(canvas) };
}

/**
 * Moves what is in somebody's hand, at once and without drawing anything else anew: the step's
 * own element, and through its box the edges that end at it.
 */
function useDragging(canvas: CanvasState): Nodes["change"] {
  const editor = useEditor();
  const flow = useStoreApi();
  const elements = useRef(new Map<string, HTMLElement | null>());
  useEffect(() => canvas.held.subscribe(() => elements.current.clear()), [canvas]);
  return useCallback(
    (changes) => {
      const moves = changes.filter(isDrag);
      const [first] = moves;
      if (first === undefined) return;
      const { boxes, guides, held } = canvas;
      const home = homeOf(editor.document.snapshot, first.id);
      const { domNode, transform } = flow.getState();
      const snapped = snapDragged(moves, boxes.all(), home, transform[2]);
      guides.set((now) => (now.length + snapped.guides.length === 0 ? now : snapped.guides));
      for (const [id, place] of snapped.places) {
        boxes.move(id, place);
        // React Flow holds a step in hand where it was taken up until it is let go.
        const known = elements.current.get(id);
        const element = known === undefined ? elementOf(domNode, id) : known;
        elements.current.set(id, element);
        if (element !== null) element.style.transform = `translate(${place.x}px,${place.y}px)`;
      }
      held.set((now) => heldAfter(now, moves));
    },
    [canvas, editor, flow],
  );
}

function heldAfter(now: ReadonlySet<string>, moves: readonly DragMove[]): ReadonlySet<string> {
  const held = moves.filter(({ dragging }) => dragging).map(({ id }) => id);
  const same = held.length === now.size && held.every((id) => now.has(id));
  if (same) return now;
  return held.length === 0 ? NOTHING_HELD : new Set(held);
}

function homeOf({ steps }: Snapshot, id: string): Point | undefined {
  const { x, y } = steps.get(id) ?? {};
  return x === undefined || y === undefined ? undefined : { x, y };
}

const NO_JOURNEYS: ReadonlyMap<string, Journey> = new Map();

/** The steps that stand elsewhere in the document than on the canvas. */
function journeysBetween(boxes: StepBoxes, next: readonly StepNode[]) {
  const journeys = new Map<string, Journey>();
  for (const node of next) {
    const from = boxes.get(node.id);
    if (from !== undefined && !samePlace(from, node.position)) {
      journeys.set(node.id, { from, to: node.position });
    }
  }
  return journeys;
}

function boxOfNode({ position, data: { box } }: StepNode): Box {
  return { ...position, width: box.width, height: box.height };
}
