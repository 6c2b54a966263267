import { BaseEdge, type EdgeProps, getSmoothStepPath } from "@xyflow/react";
import { memo } from "react";
import { useEditor } from "../editor/Editor";
import { useStore } from "../state/store";
import type { WaitEdge as WaitEdgeType } from "./nodes";

/** An edge on the canvas: its wait and condition, coloured by the silence of the stretch. */
export const WaitEdge = memo(function WaitEdge(props: EdgeProps<WaitEdgeType>) {
  const { data, markerEnd, source, target } = props;
  const { checking } = useEditor();
  const level = useStore(
    checking.state,
    (state) => state.silences.get(`${source} ${target}`)?.level ?? "unknown",
  );
  const [path, labelX, labelY] = getSmoothStepPath(props);
  const words = [data?.edge.when, data?.edge.max_wait ?? "wait?"].filter(Boolean).join(" · ");
  return (
    <g data-silence={level}>
      <BaseEdge
        path={path}
        {...(markerEnd === undefined ? {} : { markerEnd })}
        label={words}
        labelX={labelX}
        labelY={labelY}
        style={{
          stroke: "var(--silence-line)",
          strokeWidth: "var(--silence-width)",
          strokeDasharray: "var(--silence-dash)",
        }}
      />
    </g>
  );
});
