import {
  IconAlertTriangle,
  IconHelp,
  IconHourglass,
  IconInfinity,
  IconPlus,
} from "@tabler/icons-react";
import { memo, type RefObject } from "react";
import { useStep } from "../../document/hooks";
import type { Point } from "../../geometry/shapes";
import { sayShare, sayWait } from "../../geometry/sizes/labelSize";
import { sayDays } from "../../model/duration";
import type { Edge } from "../../model/snapshot";
import { useEditor } from "../../session/Editor";
import { selectEdge } from "../../session/select";
import { useStore } from "../../ui/store";
import { useCanvas } from "../state/CanvasContext";
import { ConditionField, WaitField } from "./EdgeFields";
import styles from "./EdgeLabel.module.css";

const LEVEL_ICONS: Readonly<Record<string, typeof IconHelp>> = {
  near: IconHourglass,
  over: IconAlertTriangle,
  endless: IconInfinity,
  unknown: IconHelp,
};
const LEVEL_WORDS: Readonly<Record<string, string>> = {
  near: "near the limit",
  over: "over the limit",
  endless: "in a silence without end",
};

interface EdgeLabelProps {
  /** The element that stands at the point, for what moves it. */
  anchor: RefObject<HTMLDivElement | null>;
  edge: Edge;
  at: Point;
  level: string;
  /** The silence of the heaviest stretch through the edge; null when it is not known. */
  days: number | null;
  selected: boolean;
  /** Whether nothing else is selected. */
  alone: boolean;
  place: "plain" | "shown" | "faded";
}

/** What is written on an edge: condition, wait and share; typed where they stand. */
export const EdgeLabel = memo(function EdgeLabel(props: EdgeLabelProps) {
  const { anchor, edge, at, level, days, selected, alone, place } = props;
  const editor = useEditor();
  const { hoveredEdge } = useCanvas();
  const hovered = useStore(hoveredEdge, (id) => id === edge.id);
  const typing = useStore(editor.typing, (now) =>
    now !== null && now.what !== "name" && now.edge === edge.id ? now.what : null,
  );
  const from = useStep(edge.from)?.name ?? edge.from;
  const to = useStep(edge.to)?.name ?? edge.to;
  const Icon = LEVEL_ICONS[level];
  const type = (what: "wait" | "when") => {
    selectEdge(editor, edge.id);
    editor.typing.set({ what, edge: edge.id });
  };
  const between = `between ${from} and ${to}`;
  return (
    <div ref={anchor} className={styles.anchor} style={{ left: at.x, top: at.y }}>
      <div
        className={`${styles.label} nodrag nopan`}
        data-silence={level}
        data-selected={selected || undefined}
        data-alone={alone || undefined}
        data-hovered={hovered || undefined}
        data-place={place}
        data-edge={edge.id}
        onPointerEnter={() => hoveredEdge.set(edge.id)}
        onPointerLeave={() => hoveredEdge.set(null)}
      >
        <div className={styles.plate}>
          {typing === "when" && <ConditionField edge={edge} />}
          {typing !== "when" && edge.when !== undefined && (
            <button
              type="button"
              tabIndex={selected ? 0 : -1}
              className={styles.condition}
              aria-label={`Condition ${between}: ${edge.when}`}
              onClick={() => type("when")}
            >
              {edge.when}
            </button>
          )}
          {typing === "wait" ? (
            <WaitField edge={edge} />
          ) : (
            <button
              type="button"
              tabIndex={selected ? 0 : -1}
              className={styles.wait}
              aria-label={`Wait ${between}: ${sayWait(edge)}${LEVEL_WORDS[level] ? `, ${LEVEL_WORDS[level]}` : ""}`}
              title={days === null ? undefined : `${sayDays(days)} of silence along this way`}
              onClick={() => type("wait")}
            >
              {Icon && <Icon size={12} stroke={2.25} aria-hidden />}
              {sayWait(edge)}
            </button>
          )}
          {edge.share !== undefined && <span className={styles.share}>{sayShare(edge.share)}</span>}
          {alone && edge.when === undefined && typing === null && (
            <button type="button" className={styles.more} onClick={() => type("when")}>
              Add a condition
            </button>
          )}
        </div>
        <button
          type="button"
          tabIndex={selected ? 0 : -1}
          className={styles.insert}
          title="Put a step in between"
          aria-label={`Add a step ${between}`}
          onClick={() => editor.stepMenu.set({ at, use: { what: "insert", edge: edge.id } })}
        >
          <IconPlus size={14} stroke={2.25} aria-hidden />
        </button>
      </div>
    </div>
  );
});
