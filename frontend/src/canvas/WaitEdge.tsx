import { type InternalNode, useInternalNode, useStoreApi } from "@xyflow/react";
import { memo, useLayoutEffect, useMemo } from "react";
import { createPortal } from "react-dom";
import type { Edge } from "../document/model";
import { type Preview, useEditor } from "../editor/Editor";
import { addEdgeToSelection, selectEdge } from "../editor/select";
import { useStore } from "../state/store";
import { useCanvas } from "./CanvasContext";
import { EdgeLabel } from "./EdgeLabel";
import { labelSize } from "./labelSize";
import { boxAround, clearLabel } from "./labels";
import { drawingOf } from "./line";
import type { StepNode } from "./nodes";
import { placeOnShown, revealed } from "./reveal";
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
  const way = useWay(edge);
  const editor = useEditor();
  const { openEdge, hoveredEdge, gapLevels } = useCanvas();
  const silence = useStore(editor.checking.state, (state) => state.silences.get(`${from} ${to}`));
  const place = useStore(revealed, (stretch) => placeOnShown(stretch, `${from} ${to}`));
  const open = useStore(openEdge, (one) => one === id);
  const hovered = useStore(hoveredEdge, (one) => one === id);
  const inGap = useStore(gapLevels, (levels) => levels.get(`${from} ${to}`));
  // An edge that somebody is just typing on is newer than what is looked at.
  const typed = useStore(editor.typing, (typing) => typing !== null && typing.what !== "name");
  const gone = useStore(editor.preview, (preview) => preview !== null && !holds(preview, edge));
  const leaving = gone && !typed;
  useLabelPlace(edge, leaving ? null : way);
  if (way === null) return null;
  // A dead end may be no silence of its own and still be the last part of one.
  const level = inGap ?? levelOf(edge, silence?.level);
  const { line, arrow } = drawingOf(way);
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the label is the edge's button */}
      <g
        className={`${styles.edge} nopan`}
        data-edge={id}
        data-silence={level}
        data-place={leaving ? "faded" : place}
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
      {!leaving &&
        createPortal(
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

/** Whether an edge is still there in a fix that is looked at. */
function holds({ process }: Preview, { from, to }: Edge): boolean {
  return (process.edges ?? []).some((edge) => edge.from === from && edge.to === to);
}

/** The way of an edge between its steps as they stand now, its label clear of all of them. */
function useWay(edge: Edge): Route | null {
  const { from: source, to: target } = edge;
  const from = useInternalNode<StepNode>(source);
  const to = useInternalNode<StepNode>(target);
  const { ways, rests } = useCanvas();
  const flow = useStoreApi<StepNode>();
  const rest = useStore(rests);
  const [start, end] = [from && boxOf(from), to && boxOf(to)];
  const size = labelSize(edge);
  const key = [start, end, size].flatMap((one) => Object.values(one ?? {})).join(" ");
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the boxes
  return useMemo(() => {
    if (start === undefined || end === undefined) return null;
    const others: Box[] = [];
    for (const node of flow.getState().nodeLookup.values()) {
      if (node.id !== source && node.id !== target) others.push(boxOf(node));
    }
    const way =
      ways.between(source, target, start, end) ??
      route(start, end, others, from?.data.step.kind === "decision");
    return { ...way, label: clearLabel(way, size, [...others, start, end]) };
  }, [key, rest, ways, flow, source, target]);
}

/** Tells where the label stands, as long as it is there. */
function useLabelPlace(edge: Edge, way: Route | null): void {
  const { labelPlaces } = useCanvas();
  const pair = `${edge.from} ${edge.to}`;
  useLayoutEffect(() => {
    if (way === null) labelPlaces.delete(pair);
    else labelPlaces.set(pair, { box: boxAround(way.label, labelSize(edge)), points: way.points });
  }, [labelPlaces, pair, way, edge]);
  useLayoutEffect(() => () => labelPlaces.delete(pair), [labelPlaces, pair]);
}

export function boxOf({ internals, data }: InternalNode<StepNode>): Box {
  const { x, y } = internals.positionAbsolute;
  return { x, y, width: data.box.width, height: data.box.height };
}
