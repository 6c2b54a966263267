import { useMemo } from "react";
import { useStore } from "../../ui/store";
import { useCanvas } from "../state/CanvasContext";

/**
 * The steps that are elements of the page though the overview paints them: the one under the
 * pointer, so that it can be clicked and dragged as everywhere. Null while words can be read.
 */
export function useAwake(): ReadonlySet<string> | null {
  const { readable, hoveredStep } = useCanvas();
  const isReadable = useStore(readable);
  const hovered = useStore(hoveredStep);
  return useMemo(
    () => (isReadable ? null : new Set(hovered === null ? [] : [hovered])),
    [isReadable, hovered],
  );
}
