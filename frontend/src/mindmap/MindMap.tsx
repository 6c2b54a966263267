import { ActionIcon, Tooltip, useComputedColorScheme } from "@mantine/core";
import { IconMaximize, IconZoomIn, IconZoomOut } from "@tabler/icons-react";
import { useEffect, useMemo, useRef } from "react";
import { focusDetails } from "../session/details";
import { useEditor } from "../session/Editor";
import { selectNothing, selectStep } from "../session/select";
import { Message } from "../ui/Message";
import { useStore } from "../ui/store";
import { MapDrawing } from "./MapDrawing";
import styles from "./MindMap.module.css";
import { useMindMap } from "./useMindMap";
import { usePanZoom } from "./usePanZoom";

/** A drawing that is opened is not made smaller than this. */
const READABLE = 0.7;

/** The whole process as stages, their steps and their details, drawn by the server. */
export default function MindMap() {
  const editor = useEditor();
  const selected = useStore(editor.selection, (selection) => selection.steps);
  const theme = useComputedColorScheme("light", { getInitialValueInEffect: false });
  const { svg, current, problem } = useMindMap(theme);
  const size = useMemo(() => sizeOf(svg), [svg]);
  const { frame, placement, handlers, zoomAt, fitAll, show } = usePanZoom(size);
  const fitted = useRef(false);
  useEffect(() => {
    // Once, when the first drawing is there: a later one must not move what somebody looks at.
    if (svg === null || fitted.current) return;
    fitted.current = true;
    fitAll(READABLE);
  }, [svg, fitAll]);
  return (
    <div className={styles.view}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dragging is a comfort; the steps are buttons */}
      <div
        ref={frame}
        className={styles.frame}
        {...handlers}
        onClick={(event) => {
          if (event.target === event.currentTarget) selectNothing(editor);
        }}
        onKeyDown={(event) => {
          if (event.key === "Escape") selectNothing(editor);
        }}
      >
        {svg !== null && (
          <div
            className={styles.sheet}
            data-stale={!current || undefined}
            style={{
              transform: `translate(${placement.x}px, ${placement.y}px) scale(${placement.zoom})`,
            }}
          >
            <MapDrawing
              svg={svg}
              selected={selected}
              onSelect={(step) => selectStep(editor, step)}
              onOpen={() => focusDetails(editor)}
              onFocus={show}
            />
          </div>
        )}
      </div>
      {svg === null && problem === null && <Message title="Drawing the mind map …" quiet />}
      {svg === null && problem !== null && (
        <Message title="The mind map cannot be drawn now">
          <p>{problem}</p>
        </Message>
      )}
      {svg !== null && problem !== null && (
        <p className={styles.problem} role="status">
          This is the mind map as it was before your last changes. {problem}
        </p>
      )}
      <div className={styles.tools} role="toolbar" aria-label="Zoom">
        <Tooltip label="Zoom out">
          <ActionIcon aria-label="Zoom out" onClick={() => zoomAt(1 / 1.25)}>
            <IconZoomOut size={18} stroke={1.75} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <span className={styles.zoom}>{Math.round(placement.zoom * 100)} %</span>
        <Tooltip label="Zoom in">
          <ActionIcon aria-label="Zoom in" onClick={() => zoomAt(1.25)}>
            <IconZoomIn size={18} stroke={1.75} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <Tooltip label="Show all of it">
          <ActionIcon aria-label="Show all of it" onClick={() => fitAll()}>
            <IconMaximize size={18} stroke={1.75} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
    </div>
  );
}

function sizeOf(svg: SVGSVGElement | null): { width: number; height: number } | null {
  if (svg === null) return null;
  const { width, height } = svg.viewBox.baseVal;
  return width > 0 && height > 0 ? { width, height } : null;
}
