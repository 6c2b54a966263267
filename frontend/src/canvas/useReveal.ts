import { useEffect } from "react";
import { useEditor } from "../editor/Editor";
import { revealed, revealNothing } from "./reveal";

/** Frames what is revealed, and lets it go when the process changes. */
export function useReveal(): void {
  const editor = useEditor();
  useEffect(() => {
    const frame = () => {
      const stretch = revealed.get();
      if (stretch !== null) editor.canvas.get()?.frame(stretch.steps);
    };
    // What was asked for while the canvas was hidden is what its first view shows.
    const stop = [revealed.subscribe(frame), editor.document.store.subscribe(revealNothing)];
    return () => {
      for (const each of stop) each();
    };
  }, [editor]);
  useEffect(() => revealNothing, []);
}
