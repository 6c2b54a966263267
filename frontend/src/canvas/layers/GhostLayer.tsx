import { ViewportPortal } from "@xyflow/react";
import { type ReactNode, useMemo } from "react";
import { useSnapshot } from "../../document/hooks";
import { drawingOf } from "../../geometry/routes/line";
import { among } from "../../geometry/routes/obstacles";
import { routeBetween } from "../../geometry/routes/route";
import type { Box } from "../../geometry/shapes";
import { sayWait } from "../../geometry/sizes/labelSize";
import { stepBox } from "../../geometry/sizes/stepBox";
import type { Snapshot } from "../../model/snapshot";
import { pairOf } from "../../model/snapshot";
import { type Preview, useEditor } from "../../session/Editor";
import { lookOf } from "../../theme/look";
import { useStore } from "../../ui/store";
import { useCanvas } from "../state/CanvasContext";
import { type GhostEdge, type GhostStep, ghostsOf } from "../state/ghosts";
import { StepFace } from "../steps/StepFace";
import stepStyles from "../steps/StepNode.module.css";
import styles from "./GhostLayer.module.css";

const WHOLE = (snapshot: Snapshot) => snapshot;

/** What a fix that is looked at would change: dashed, where it will stand. */
export function GhostLayer() {
  const preview = useStore(useEditor().preview);
  return preview === null ? null : <Ghosts preview={preview} />;
}

function Ghosts({ preview }: { preview: Preview }) {
  const snapshot = useSnapshot(WHOLE);
  const { added, changed, gone, joined, rewritten } = useMemo(
    () => ghostsOf(preview, snapshot),
    [preview, snapshot],
  );
  const names = useMemo(
    () => new Map((preview.process.steps ?? []).map(({ id, name }) => [id, name])),
    [preview],
  );
  const routes = useMemo(
    () => joined.map((ghost) => ({ ghost, route: routeBetween(ghost.from, ghost.to, among([])) })),
    [joined],
  );
  const between = ({ edge: { from, to } }: GhostEdge) =>
    `between ${names.get(from) ?? from} and ${names.get(to) ?? to}`;
  return (
    <ViewportPortal>
      <svg className={styles.ghosts} aria-hidden>
        {routes.map(({ ghost: { edge }, route }) => {
          const { line, arrow } = drawingOf(route);
          return (
            <g key={pairOf(edge)}>
              <path className={styles.line} d={line} />
              <path className={styles.arrow} d={arrow} />
            </g>
          );
        })}
      </svg>
      {routes.map(({ ghost, route: { label } }) => (
        <Label
          key={pairOf(ghost.edge)}
          box={{ ...label, width: 0, height: 0 }}
          says={`Wait ${between(ghost)}, to be ${sayWait(ghost.edge)}`}
        >
          {ghost.edge.when !== undefined && <b>{ghost.edge.when}</b>}
          <span>{sayWait(ghost.edge)}</span>
        </Label>
      ))}
      {rewritten.map((ghost) => (
        <Rewritten key={pairOf(ghost.edge)} ghost={ghost} between={between(ghost)} />
      ))}
      {added.map((ghost) => (
        <Step key={ghost.step.id} ghost={ghost} says={`${ghost.step.name}, to be added`} />
      ))}
      {changed.map((ghost) => (
        <Step key={ghost.step.id} ghost={ghost} says={`${ghost.step.name}, to be changed`} />
      ))}
      {gone.map(({ step, box: { x, y, width, height } }) => (
        <div
          key={step.id}
          className={styles.gone}
          role="img"
          aria-label={`${step.name}, to be deleted`}
          style={{ width, height, transform: `translate(${x}px, ${y}px)` }}
        />
      ))}
    </ViewportPortal>
  );
}

function Step({ ghost, says }: { ghost: GhostStep; says: string }) {
  const { step, box } = ghost;
  const { x, y, width, height } = box;
  return (
    <div
      className={styles.step}
      role="img"
      aria-label={says}
      style={{ transform: `translate(${x}px, ${y}px)` }}
    >
      <div
        className={stepStyles.step}
        data-look={lookOf(step)}
        data-kind={step.kind}
        data-ghost
        style={{ width, height }}
      >
        <StepFace step={step} box={stepBox(step)} />
      </div>
    </div>
  );
}

/** A wait or condition that would be another, over the one that is there. */
function Rewritten({
  ghost,
  between,
}: {
  ghost: ReturnType<typeof ghostsOf>["rewritten"][number];
  between: string;
}) {
  const { labelPlaces } = useCanvas();
  const { edge, was } = ghost;
  const place = useStore(labelPlaces.moves, () => labelPlaces.get(pairOf(edge)));
  if (place === undefined) return null;
  const { box } = place;
  const middle = { ...box, x: box.x + box.width / 2, y: box.y + box.height / 2 };
  return (
    <Label box={middle} says={`Wait ${between}, to be ${sayWait(edge)} instead of ${sayWait(was)}`}>
      {edge.when !== undefined && <b>{edge.when}</b>}
      <span>
        <s>{sayWait(was)}</s> → {sayWait(edge)}
      </span>
    </Label>
  );
}

/** What is written on an edge, around a point and no smaller than the label that it covers. */
function Label({ box, says, children }: { box: Box; says: string; children: ReactNode }) {
  const { x, y, width, height } = box;
  return (
    <div
      className={styles.label}
      role="img"
      aria-label={says}
      style={{ left: x, top: y, minWidth: width, minHeight: height }}
    >
      {children}
    </div>
  );
}
