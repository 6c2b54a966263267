/** Opens a process for as long as its screen is shown. */
import { useEffect, useState } from "react";
import { type Opening, openDocument } from "../document/live/openDocument";
import { createEditor, type Editor } from "./Editor";

export interface OpenEditor {
  readonly opening: Opening;
  /** There once it is open. */
  readonly editor: Editor | null;
  /** Asks the server again at once. */
  readonly retry: () => void;
}

const OPENING: OpenEditor = { opening: "opening", editor: null, retry: () => undefined };

export function useOpenEditor(id: string): OpenEditor {
  const [state, setState] = useState(OPENING);
  useEffect(() => {
    const open = openDocument(id);
    let editor: Editor | null = null;
    const follow = () => {
      const opening = open.opening.get();
      if (opening === "open") editor ??= createEditor(open);
      setState({ opening, editor, retry: open.live.retryNow });
    };
    const unsubscribe = open.opening.subscribe(follow);
    follow();
    return () => {
      unsubscribe();
      editor?.checking.stop();
      open.close();
    };
  }, [id]);
  return state;
}
