import { ViewportPortal } from "@xyflow/react";
import { useMemo } from "react";
import { useSnapshot } from "../document/hooks";
import type { Snapshot } from "../document/model";
import { useEditor } from "../editor/Editor";
import { useStore } from "../state/store";
import { lookOf } from "../theme/look";
import styles from "./GhostLayer.module.css";
import { ghostsOf } from "./ghosts";
import { drawingOf } from "./line";
import { among } from "./obstacles";
import { outlineOf } from "./outline";
import { route } from "./route";
import { stepBox } from "./stepBox";

const WHOLE = (snapshot: Snapshot) => snapshot;

/** What a fix that is looked at would put in: steps and edges, dashed, where they will stand. */
export function GhostLayer() {
  const preview = useStore(useEditor().preview);
  const snapshot = useSnapshot(WHOLE);
  const ghosts = useMemo(
    () => (preview === null ? null : ghostsOf(preview, snapshot)),
    [preview, snapshot],
  );
  if (ghosts === null) return null;
  return (
    <ViewportPortal>
      <svg className={styles.ghosts} aria-hidden>
        {ghosts.edges.map(({ pair, from, to }) => {
          const { line, arrow } = drawingOf(route(from, to, among([])));
          return (
            <g key={pair}>
              <path className={styles.line} d={line} />
              <path className={styles.arrow} d={arrow} />
            </g>
          );
        })}
      </svg>
      {ghosts.steps.map(({ step, box: { x, y, width, height } }) => (
        <div
          key={step.id}
          className={styles.step}
          role="img"
          aria-label={`${step.name}, to be added`}
          data-look={lookOf(step)}
          style={{ width, height, transform: `translate(${x}px, ${y}px)` }}
        >
          <svg width={width} height={height} aria-hidden>
            <path d={outlineOf(step, width, height)} />
          </svg>
          <span>
            {stepBox(step).name.map((line) => (
              <span key={line}>{line}</span>
            ))}
          </span>
        </div>
      ))}
    </ViewportPortal>
  );
}
