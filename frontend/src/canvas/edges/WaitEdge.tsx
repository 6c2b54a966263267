import {
  memo,
  type RefObject,
  useCallback,
  useLayoutEffect,
  useRef,
  useSyncExternalStore,
} from "react";
import { createPortal } from "react-dom";
import { useTouchlineDocument } from "../../document/hooks";
import { levelOf } from "../../findings/levels";
import { boxAround } from "../../geometry/routes/labels";
import { drawingOf } from "../../geometry/routes/line";
import type { Route } from "../../geometry/shapes";
import { labelSize } from "../../geometry/sizes/labelSize";
import type { Edge } from "../../model/snapshot";
import { type Preview, useEditor } from "../../session/Editor";
import { placeOnShown, revealed } from "../../session/reveal";
import { addEdgeToSelection, selectEdge } from "../../session/select";
import { useStore } from "../../ui/store";
import { useCanvas } from "../state/CanvasContext";
import { addsToSelection } from "../state/selecting";
import { moveTo } from "./BadgeLayer";
import { EdgeLabel } from "./EdgeLabel";
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
  const route = useRoute(edge);
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
  const lines = useRef<SVGGElement>(null);
  const label = useRef<HTMLDivElement>(null);
  useFollowing(edge, route, leaving, lines, label);
  if (route === null) return null;
  const level = levelOf(edge, inGap, silence?.level);
  const { line, arrow } = drawingOf(route);
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the label is the edge's button */}
      <g
        ref={lines}
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
            anchor={label}
            edge={edge}
            at={route.label}
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

/** The route of an edge between its steps as they stood when all of them last came to rest. */
function useRoute(edge: Edge): Route | null {
  const { boxes, routes, rests } = useCanvas();
  const document = useTouchlineDocument();
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = [boxes.arrangements.subscribe(listener), rests.subscribe(listener)];
      return () => {
        for (const stop of stops) stop();
      };
    },
    [boxes, rests],
  );
  return useSyncExternalStore(subscribe, () => routes.of(edge, document.snapshot));
}

/**
 * Keeps the lines and the label at the steps while these move, at once and without drawing anything
 * else anew, as a step in hand moves; and tells where the label stands, as long as it is there.
 */
function useFollowing(
  edge: Edge,
  route: Route | null,
  leaving: boolean,
  lines: RefObject<SVGGElement | null>,
  label: RefObject<HTMLDivElement | null>,
): void {
  const { boxes, routes, labelPlaces } = useCanvas();
  const document = useTouchlineDocument();
  const { from, to } = edge;
  const pair = `${from} ${to}`;
  const tell = useCallback(
    (now: Route | null) => {
      if (now === null || leaving) labelPlaces.delete(pair);
      else {
        labelPlaces.set(pair, { box: boxAround(now.label, labelSize(edge)), points: now.points });
      }
    },
    [labelPlaces, pair, edge, leaving],
  );
  const moved = useRef(false);
  useLayoutEffect(() => {
    // React thinks that all is as it drew it last.
    if (moved.current && route !== null) draw(route, lines.current, label.current);
    moved.current = false;
    tell(route);
  }, [tell, route, lines, label]);
  useLayoutEffect(() => () => labelPlaces.delete(pair), [labelPlaces, pair]);
  useLayoutEffect(() => {
    let drawn = route;
    const follow = () => {
      const now = routes.of(edge, document.snapshot);
      if (now === drawn || now === null) return;
      drawn = now;
      moved.current = true;
      draw(now, lines.current, label.current);
      tell(now);
    };
    const stops = [boxes.subscribe(from, follow), boxes.subscribe(to, follow)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [boxes, routes, document, edge, from, to, route, lines, label, tell]);
}

/** Puts the lines of an edge and its label where its route is now. */
function draw(route: Route, lines: SVGGElement | null, label: HTMLDivElement | null): void {
  const { line, arrow } = drawingOf(route);
  for (const path of lines?.children ?? []) {
    path.setAttribute("d", path.matches(`.${styles.arrow}`) ? arrow : line);
  }
  if (label !== null) moveTo(label, route.label);
}
