import { memo, useCallback, useLayoutEffect, useSyncExternalStore } from "react";
import { createPortal } from "react-dom";
import { useTouchlineDocument } from "../document/hooks";
import type { Edge } from "../document/model";
import { type Preview, useEditor } from "../editor/Editor";
import { addEdgeToSelection, selectEdge } from "../editor/select";
import { useStore } from "../state/store";
import { useCanvas } from "./CanvasContext";
import { EdgeLabel } from "./EdgeLabel";
import { labelSize } from "./labelSize";
import { boxAround } from "./labels";
import { levelOf } from "./levels";
import { drawingOf } from "./line";
import { placeOnShown, revealed } from "./reveal";
import type { Route } from "./route";
import { addsToSelection } from "./selecting";
import styles from "./WaitEdge.module.css";

interface WaitEdgeProps {
  edge: Edge;
  selected: boolean;
  /** Whether nothing else is selected, so that the edge offers what can be done with it. */
  alone: boolean;
  /** Where the labels of all edges are, above all lines. */
  labels: HTMLElement;
}

/** An edge on the canvas: its wait and condition, coloured by the silence of the stretch. */
export const WaitEdge = memo(function WaitEdge(props: WaitEdgeProps) {
  const { edge, selected, alone, labels } = props;
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
  const level = levelOf(edge, inGap, silence?.level);
  const { line, arrow } = drawingOf(way);
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the label is the edge's button */}
      <g
        className={`${styles.edge} nopan`}
        data-edge={id}
        data-silence={level}
        data-place={place}
        data-leaving={leaving || undefined}
        data-selected={selected || undefined}
        data-open={open || undefined}
        data-hovered={hovered || undefined}
        onPointerEnter={() => hoveredEdge.set(id)}
        onPointerLeave={() => hoveredEdge.set(null)}
        onClick={(event) => {
          if (addsToSelection(event)) addEdgeToSelection(editor, id);
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
            alone={alone}
            place={place}
          />,
          labels,
        )}
    </>
  );
});

/** Whether an edge is still there in a fix that is looked at. */
function holds({ process }: Preview, { from, to }: Edge): boolean {
  return (process.edges ?? []).some((edge) => edge.from === from && edge.to === to);
}

/** The way of an edge between its steps as they stand now, its label clear of all of them. */
function useWay(edge: Edge): Route | null {
  const { boxes, ways, rests } = useCanvas();
  const document = useTouchlineDocument();
  const { from, to } = edge;
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = [
        boxes.subscribe(from, listener),
        boxes.subscribe(to, listener),
        rests.subscribe(listener),
      ];
      return () => {
        for (const stop of stops) stop();
      };
    },
    [boxes, rests, from, to],
  );
  return useSyncExternalStore(subscribe, () => ways.of(edge, document.snapshot));
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
