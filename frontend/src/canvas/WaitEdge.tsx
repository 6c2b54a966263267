import {
  EdgeLabelRenderer,
  type EdgeProps,
  type InternalNode,
  useInternalNode,
  useStoreApi,
} from "@xyflow/react";
import { memo } from "react";
import type { Edge } from "../document/model";
import { useEditor } from "../editor/Editor";
import { useStore } from "../state/store";
import { useCanvas } from "./CanvasContext";
import { EdgeLabel } from "./EdgeLabel";
import { type Drawing, drawingOf } from "./line";
import type { StepNode, WaitEdge as WaitEdgeType } from "./nodes";
import { revealed } from "./reveal";
import { type Box, type Route, route } from "./route";
import styles from "./WaitEdge.module.css";

/** How far from the line a click still means the edge, in pixels. */
const REACH = 22;

/** An edge on the canvas: its wait and condition, coloured by the silence of the stretch. */
export const WaitEdge = memo(function WaitEdge(props: EdgeProps<WaitEdgeType>) {
  const { id, source, target, data, selected } = props;
  const way = useWay(source, target);
  const { checking } = useEditor();
  const canvas = useCanvas();
  const pair = `${source} ${target}`;
  const silence = useStore(checking.state, (state) => state.silences.get(pair));
  const place = useStore(revealed, (stretch) => {
    if (stretch === null) return "plain";
    return stretch.edges.some(([from, to]) => from === source && to === target) ? "shown" : "faded";
  });
  const open = useStore(canvas.openEdge, (edge) => edge === id);
  const hovered = useStore(canvas.hoveredEdge, (edge) => edge === id);
  if (way === null || data === undefined) return null;
  const level = levelOf(data.edge, silence?.level);
  const { line, arrow }: Drawing = drawingOf(way);
  return (
    <>
      <g
        className={styles.edge}
        data-silence={level}
        data-place={place}
        data-selected={selected || undefined}
        data-open={open || undefined}
        data-hovered={hovered || undefined}
      >
        <path className={styles.band} d={line} />
        <path className={styles.line} d={line} />
        <path className={styles.arrow} d={arrow} />
        <path className="react-flow__edge-interaction" d={line} {...invisible} />
      </g>
      <EdgeLabelRenderer>
        <EdgeLabel
          edge={data.edge}
          at={way.label}
          level={level}
          days={silence?.days ?? null}
          selected={selected === true}
          place={place}
        />
      </EdgeLabelRenderer>
    </>
  );
});

const invisible = { fill: "none", strokeOpacity: 0, strokeWidth: REACH };

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
