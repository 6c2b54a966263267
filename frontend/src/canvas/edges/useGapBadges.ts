import { useEffect } from "react";
import { gapBadges, gapLevels } from "../../findings/gaps";
import { useEditor } from "../../session/Editor";
import { useCanvas } from "../state/CanvasContext";

/** Keeps what is shown of over-long silences in step with the report. */
export function useGapBadges(): void {
  const { checking, document } = useEditor();
  const canvas = useCanvas();
  useEffect(() => {
    const follow = () => {
      const findings = checking.state.get().report?.findings ?? [];
      canvas.gapBadges.set(gapBadges(findings, document.snapshot));
      canvas.gapLevels.set(gapLevels(findings));
    };
    follow();
    return checking.state.subscribe(follow);
  }, [checking, document, canvas]);
}
