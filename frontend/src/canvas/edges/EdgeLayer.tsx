import { type ReactFlowState, useStore as useFlowStore, ViewportPortal } from "@xyflow/react";
import { useMemo, useState } from "react";
import { useSnapshot } from "../../document/hooks";
import type { Edge, Snapshot } from "../../model/snapshot";
import { useEditor } from "../../session/Editor";
import { useStore } from "../../ui/store";
import { useCanvas } from "../state/CanvasContext";
import { BadgeLayer } from "./BadgeLayer";
import { WaitEdge } from "./WaitEdge";
import styles from "./WaitEdge.module.css";

/** The view is looked at in tiles of this size, so that panning within one draws nothing anew. */
const TILE = 200;

const edgesOf = (snapshot: Snapshot) => snapshot.edges;

/** The edges that are in view, their lines beneath badges and labels, and all beneath the steps. */
export function EdgeLayer() {
  const [labels, setLabels] = useState<HTMLElement | null>(null);
  const edges = useEdgesInView();
  const { selection } = useEditor();
  const selected = useStore(selection, ({ edges: ids }) => ids);
  const alone = useStore(selection, ({ steps, edges: ids }) => steps.size + ids.size === 1);
  return (
    <ViewportPortal>
      <svg className={styles.lines} aria-label="Edges" role="img">
        {labels !== null &&
          edges.map((edge) => (
            <WaitEdge
              key={edge.id}
              edge={edge}
              selected={selected.has(edge.id)}
              alone={alone && selected.has(edge.id)}
              labels={labels}
            />
          ))}
      </svg>
      <BadgeLayer />
      <div ref={setLabels} className={styles.labels} />
    </ViewportPortal>
  );
}

/** The tiles in view: left, top, right and bottom, in the process's pixels. */
function tilesInView({ transform: [x, y, zoom], width, height }: ReactFlowState): string {
  const left = Math.floor(-x / zoom / TILE);
  const top = Math.floor(-y / zoom / TILE);
  const right = Math.ceil((width - x) / zoom / TILE);
  const bottom = Math.ceil((height - y) / zoom / TILE);
  return `${left} ${top} ${right} ${bottom}`;
}

function useEdgesInView(): Edge[] {
  const edges = useSnapshot(edgesOf);
  const tiles = useFlowStore(tilesInView);
  const { boxes } = useCanvas();
  // A step that is dragged had its edges in view before.
  const arrangement = useStore(boxes.arrangements);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the count stands for the boxes
  return useMemo(() => {
    const [left = 0, top = 0, right = 0, bottom = 0] = tiles.split(" ").map((n) => +n * TILE);
    return [...edges.values()].filter((edge) => {
      const [a, b] = [boxes.get(edge.from), boxes.get(edge.to)];
      return (
        a !== undefined &&
        b !== undefined &&
        Math.min(a.x, b.x) < right &&
        Math.max(a.x + a.width, b.x + b.width) > left &&
        Math.min(a.y, b.y) < bottom &&
        Math.max(a.y + a.height, b.y + b.height) > top
      );
    });
  }, [edges, tiles, arrangement, boxes]);
}
