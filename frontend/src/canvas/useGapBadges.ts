import { useEffect } from "react";
import { useEditor } from "../editor/Editor";
import { useCanvas } from "./CanvasContext";
import { gapBadges } from "./gaps";

/** Keeps the badges of over-long silences in step with the report. */
export function useGapBadges(): void {
  const { checking, document } = useEditor();
  const store = useCanvas().gapBadges;
  useEffect(() => {
    const follow = () =>
      store.set(gapBadges(checking.state.get().report?.findings ?? [], document.snapshot));
    follow();
    return checking.state.subscribe(follow);
  }, [checking, document, store]);
}
