import { type InternalNode, useInternalNode, useStoreApi } from "@xyflow/react";
import { memo } from "react";
import { createPortal } from "react-dom";
import type { Edge } from "../document/model";
import { useEditor } from "../editor/Editor";
import { addEdgeToSelection, selectEdge } from "../editor/select";
import { useStore } from "../state/store";
import { useCanvas } from "./CanvasContext";
import { EdgeLabel } from "./EdgeLabel";
import { drawingOf } from "./line";
import type { StepNode } from "./nodes";
import { revealed } from "./reveal";
import { type Box, type Route, route } from "./route";
import styles from "./WaitEdge.module.css";

interface WaitEdgeProps {
  edge: Edge;
  selected: boolean;
  /** Where the labels of all edges are, above all lines. */
  labels: HTMLElement;
}

/** An edge on the canvas: its wait and condition, coloured by the silence of the stretch. */
export const WaitEdge = memo(function WaitEdge({ edge, selected, labels }: WaitEdgeProps) {
  const { id, from, to } = edge;
  const way = useWay(from, to);
  const editor = useEditor();
  const { openEdge, hoveredEdge } = useCanvas();
  const silence = useStore(editor.checking.state, (state) => state.silences.get(`${from} ${to}`));
  const place = useStore(revealed, (stretch) => {
    if (stretch === null) return "plain";
    return stretch.edges.some((pair) => pair[0] === from && pair[1] === to) ? "shown" : "faded";
  });
  const open = useStore(openEdge, (one) => one === id);
  const hovered = useStore(hoveredEdge, (one) => one === id);
  if (way === null) return null;
  const level = levelOf(edge, silence?.level);
  const { line, arrow } = drawingOf(way);
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the label is the edge's button */}
      <g
        className={`${styles.edge} nopan`}
        data-edge={id}
        data-silence={level}
        data-place={place}
        data-selected={selected || undefined}
        data-open={open || undefined}
        data-hovered={hovered || undefined}
        onPointerEnter={() => hoveredEdge.set(id)}
        onPointerLeave={() => hoveredEdge.set(null)}
        onClick={(event) => {
          if (event.shiftKey || event.metaKey || event.ctrlKey) addEdgeToSelection(editor, id);
          else selectEdge(editor, id);
        }}
        onDoubleClick={() => editor.typing.set({ what: "wait", edge: id })}
      >
        <path className={styles.band} d={line} />
        <path className={styles.line} d={line} />
        <path className={styles.arrow} d={arrow} />
        <path className={styles.reach} d={line} />
      </g>
      {createPortal(
        <EdgeLabel
          edge={edge}
          at={way.label}
          level={level}
          days={silence?.days ?? null}
          selected={selected}
          place={place}
        />,
        labels,
      )}
    </>
  );
});

/** A wait that nobody has decided is shown so at once, whatever the last report said. */
function levelOf(edge: Edge, reported: string | undefined): string {
  if (edge.max_wait === undefined) return reported === "endless" ? "endless" : "unknown";
  return reported ?? "calm";
}

/** The way between two steps as they stand now. */
function useWay(source: string, target: string): Route | null {
  const from = useInternalNode<StepNode>(source);
  const to = useInternalNode<StepNode>(target);
  const { ways, rests } = useCanvas();
  const flow = useStoreApi<StepNode>();
  useStore(rests);
  if (from === undefined || to === undefined) return null;
  const [start, end] = [boxOf(from), boxOf(to)];
  const drawn = ways.between(source, target, start, end);
  if (drawn !== undefined) return drawn;
  const others: Box[] = [];
  for (const node of flow.getState().nodeLookup.values()) {
    if (node.id !== source && node.id !== target) others.push(boxOf(node));
  }
  return route(start, end, others, from.data.step.kind === "decision");
}

export function boxOf({ internals, data }: InternalNode<StepNode>): Box {
  const { x, y } = internals.positionAbsolute;
  return { x, y, width: data.box.width, height: data.box.height };
}
