/** Whether the list of problems is folded away. */
import { type RefObject, useEffect, useState } from "react";
import type { Editor } from "../../session/Editor";
import { useStore } from "../../ui/store";
import { wish } from "./wish";

/** Where the window is this low, as at 200 % zoom, the chart needs the room more. */
const LOW = "(max-height: 32rem)";

/**
 * Folded while the window is low, until a person folds or unfolds it: from then on it stays as they
 * want it. Where a fix is looked at or a reason is typed, a window that becomes low folds nothing.
 */
export function useFolded(editor: Editor, panel: RefObject<HTMLElement | null>): boolean {
  const wished = useStore(wish, ({ folded }) => folded);
  const [folded, setFolded] = useState(() => matchMedia(LOW).matches);
  useEffect(() => {
    const low = matchMedia(LOW);
    const follow = () => {
      const busy = editor.preview.get() !== null || panel.current?.querySelector("form") != null;
      if (!low.matches || !busy) setFolded(low.matches);
    };
    low.addEventListener("change", follow);
    return () => low.removeEventListener("change", follow);
  }, [editor, panel]);
  return wished ?? folded;
}
