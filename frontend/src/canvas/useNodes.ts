import { applyNodeChanges, type NodeChange, useStoreApi } from "@xyflow/react";
import { useCallback, useLayoutEffect, useRef, useState } from "react";
import { useSnapshot } from "../document/hooks";
import type { Snapshot } from "../document/model";
import { useEditor } from "../editor/Editor";
import { useStore } from "../state/store";
import { useCanvas } from "./CanvasContext";
import { snapDragged } from "./dragging";
import { placesIn } from "./ghosts";
import { along, animate, isJourney, type Journey, wantsNoMotion } from "./motion";
import { type StepNode, samePlace, stepNodes } from "./nodes";
import { typefaceLoads } from "./typeface";

const WHOLE = (snapshot: Snapshot) => snapshot;

export interface Nodes {
  readonly nodes: StepNode[];
  readonly change: (changes: NodeChange<StepNode>[]) => void;
  /** The steps as of the last change, which React may not have drawn yet. */
  readonly latest: () => readonly StepNode[];
}

/**
 * The steps as React Flow draws them: those of the document, on their way or in somebody's hand.
 * Nothing is on its way before somebody looks (`inView`).
 */
export function useNodes(inView: boolean): Nodes {
  const editor = useEditor();
  const { guides, rests } = useCanvas();
  const flow = useStoreApi();
  const snapshot = useSnapshot(WHOLE);
  const selection = useStore(editor.selection);
  const preview = useStore(editor.preview);
  const loads = useStore(typefaceLoads);
  const [nodes, setNodes] = useState<StepNode[]>([]);
  const shown = useRef<StepNode[]>([]);
  const show = useCallback((next: StepNode[]) => {
    shown.current = next;
    setNodes(next);
  }, []);
  const stop = useRef<(() => void) | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the widths of the words are other ones once more of the typeface has loaded
  useLayoutEffect(() => {
    const before = shown.current;
    const next = stepNodes(snapshot, selection, before, placesIn(preview, snapshot));
    if (before.some((node) => node.dragging)) {
      show(keepDragged(next, before));
      return;
    }
    const journeys = journeysBetween(before, next);
    const still = !inView || wantsNoMotion() || !isJourney(journeys.values());
    if (stop.current === null && still) {
      show(next);
      if (journeys.size > 0) rests.set((count) => count + 1);
      return;
    }
    stop.current?.();
    const places = new Map<string, Journey>(journeys);
    stop.current = animate(
      (part) =>
        show(
          next.map((node) => {
            const journey = places.get(node.id);
            return journey === undefined ? node : { ...node, position: along(journey, part) };
          }),
        ),
      () => {
        stop.current = null;
        show(next);
        rests.set((count) => count + 1);
      },
    );
  }, [snapshot, selection, preview, loads, show, rests, inView]);
  useLayoutEffect(() => () => stop.current?.(), []);

  const change = useCallback(
    (changes: NodeChange<StepNode>[]) => {
      const kept = changes.filter(({ type }) => type === "position" || type === "dimensions");
      if (kept.length === 0) return;
      const snapped = snapDragged(kept, shown.current, flow.getState().transform[2]);
      guides.set(snapped.guides);
      show(applyNodeChanges(snapped.changes, shown.current));
    },
    [guides, show, flow],
  );
  const latest = useCallback(() => shown.current, []);
  return { nodes, change, latest };
}

/** The steps that stand elsewhere in the document than on the canvas. */
function journeysBetween(before: readonly StepNode[], next: readonly StepNode[]) {
  const known = new Map(before.map((node) => [node.id, node]));
  const journeys = new Map<string, Journey>();
  for (const node of next) {
    const from = known.get(node.id)?.position;
    if (from !== undefined && !samePlace(from, node.position)) {
      journeys.set(node.id, { from, to: node.position });
    }
  }
  return journeys;
}

/** Steps in somebody's hand stay there, whatever the document says meanwhile. */
function keepDragged(next: StepNode[], before: readonly StepNode[]): StepNode[] {
  const held = new Map(before.filter((node) => node.dragging).map((node) => [node.id, node]));
  return next.map((node) => {
    const there = held.get(node.id);
    return there === undefined ? node : { ...node, position: there.position, dragging: true };
  });
}
