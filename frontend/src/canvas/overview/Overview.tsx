import { useStore as useFlowStore, ViewportPortal } from "@xyflow/react";
import { type CSSProperties, useMemo } from "react";
import { useSnapshot } from "../document/hooks";
import type { Snapshot } from "../document/model";
import { useEditor } from "../editor/Editor";
import { useStore } from "../state/store";
import { useCanvas } from "./CanvasContext";
import type { StepNode } from "./nodes";
import styles from "./Overview.module.css";

const edgesOf = (snapshot: Snapshot) => snapshot.edges;

/** All edges as straight lines, one path for each level of silence, while nothing can be read. */
export function Overview() {
  const edges = useSnapshot(edgesOf);
  const silences = useStore(useEditor().checking.state, (state) => state.silences);
  const gaps = useStore(useCanvas().gapLevels);
  const doublings = useFlowStore(({ transform }) => Math.round(-Math.log2(transform[2])) - 0.5);
  const nodes = useFlowStore((state) => state.nodes) as StepNode[];
  const paths = useMemo(() => {
    const middles = new Map(
      nodes.map(({ id, position, data: { box } }) => [
        id,
        { x: Math.round(position.x + box.width / 2), y: position.y, foot: position.y + box.height },
      ]),
    );
    const lines = new Map<string, string[]>();
    for (const { from, to, max_wait } of edges.values()) {
      const [start, end] = [middles.get(from), middles.get(to)];
      if (start === undefined || end === undefined) continue;
      const level =
        gaps.get(`${from} ${to}`) ??
        silences.get(`${from} ${to}`)?.level ??
        (max_wait ? "calm" : "unknown");
      const line = `M${start.x},${Math.round(start.foot)}L${end.x},${Math.round(end.y)}`;
      const known = lines.get(level);
      if (known === undefined) lines.set(level, [line]);
      else known.push(line);
    }
    return [...lines].map(([level, parts]) => [level, parts.join("")] as const);
  }, [edges, silences, gaps, nodes]);
  // As wide on the screen as at full size, in steps, so that zooming draws little anew.
  const larger = { "--larger": 2 ** doublings } as CSSProperties;
  return (
    <ViewportPortal>
      <svg className={styles.overview} style={larger} aria-hidden>
        {paths.map(([level, path]) => (
          <path key={level} data-silence={level} d={path} />
        ))}
      </svg>
    </ViewportPortal>
  );
}
