import { useEffect } from "react";
import { useEditor } from "../../session/Editor";
import { revealed, revealNothing } from "../../session/reveal";

/** Frames what is revealed. */
export function useReveal(): void {
  const editor = useEditor();
  useEffect(() => {
    const frame = () => {
      const stretch = revealed.get();
      if (stretch !== null) editor.canvas.get()?.frame(stretch.steps);
    };
    // What was asked for while the canvas was hidden is what its first view shows.
    return revealed.subscribe(frame);
  }, [editor]);
  useEffect(() => revealNothing, []);
}
