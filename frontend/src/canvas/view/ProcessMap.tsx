import { useComputedColorScheme } from "@mantine/core";
import { Panel, type ReactFlowState, useReactFlow, useStoreApi } from "@xyflow/react";
import { type PointerEvent, useEffect, useLayoutEffect, useRef } from "react";
import { useEditor } from "../../session/Editor";
import { useCanvas } from "../state/CanvasContext";
import { areaMapped, type Mapping, paintMap, seesAll, viewOnMap } from "./map";
import styles from "./ProcessMap.module.css";

/** How much one notch of the wheel zooms. */
const ZOOM_OF_WHEEL = 0.002;

/** All steps small in the corner, and what of them is in view; a drag or a click goes there. */
export function ProcessMap() {
  const map = useRef<HTMLDivElement>(null);
  const paper = useRef<HTMLCanvasElement>(null);
  const view = useRef<HTMLDivElement>(null);
  const mapping = useRef<Mapping | null>(null);
  const { document: shared } = useEditor();
  const { boxes, held } = useCanvas();
  const flow = useReactFlow();
  const store = useStoreApi();
  const scheme = useComputedColorScheme("light", { getInitialValueInEffect: false });

  useLayoutEffect(() => {
    let frame = 0;
    const follow = () => {
      if (view.current === null || mapping.current === null) return;
      const seen = viewOnMap(mapping.current, store.getState());
      const { style } = view.current;
      style.transform = `translate(${seen.x}px, ${seen.y}px)`;
      if (style.width !== `${seen.width}px`) style.width = `${seen.width}px`;
      view.current.hidden = seesAll(seen);
      if (style.height !== `${seen.height}px`) style.height = `${seen.height}px`;
    };
    const paint = () => {
      frame = 0;
      if (paper.current === null) return;
      mapping.current = areaMapped(boxes.all().values());
      paintMap(paper.current, mapping.current, boxes.all(), shared.snapshot.steps, scheme);
      follow();
    };
    // Once a frame at most, and while a step is in hand not at all.
    const repaint = () => {
      if (held.get().size === 0 && frame === 0) frame = requestAnimationFrame(paint);
    };
    paint();
    const stops = [
      store.subscribe(follow),
      boxes.arrangements.subscribe(repaint),
      held.subscribe(repaint),
      shared.store.subscribe(repaint),
    ];
    return () => {
      cancelAnimationFrame(frame);
      for (const stop of stops) stop();
    };
  }, [boxes, held, shared, store, scheme]);

  useEffect(() => {
    const element = map.current;
    const zoom = (event: WheelEvent) => {
      event.preventDefault();
      void flow.zoomTo(flow.getZoom() * 2 ** (-event.deltaY * ZOOM_OF_WHEEL));
    };
    element?.addEventListener("wheel", zoom, { passive: false });
    return () => element?.removeEventListener("wheel", zoom);
  }, [flow]);

  const go = (event: PointerEvent<HTMLElement>) => {
    if (mapping.current === null || event.buttons === 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const bounds = event.currentTarget.getBoundingClientRect();
    const { left, top, scale } = mapping.current;
    const at = {
      x: left + (event.clientX - bounds.x) / scale,
      y: top + (event.clientY - bounds.y) / scale,
    };
    centreOn(store.getState(), at, flow.setViewport);
  };
  return (
    <Panel position="bottom-right" className={styles.map ?? ""}>
      <div
        ref={map}
        role="img"
        aria-label="Map of the whole process"
        onPointerDown={go}
        onPointerMove={go}
      >
        <canvas ref={paper} />
        <div ref={view} className={styles.view} />
      </div>
    </Panel>
  );
}

function centreOn(
  { width, height, transform }: ReactFlowState,
  at: { readonly x: number; readonly y: number },
  setViewport: (view: { x: number; y: number; zoom: number }) => unknown,
): void {
  const zoom = transform[2];
  setViewport({ x: width / 2 - at.x * zoom, y: height / 2 - at.y * zoom, zoom });
}
