import { IconArrowsMove } from "@tabler/icons-react";
import type { Command } from "../../commands/command";
import { nudgeTowards } from "../gestures/walking";

export const nudge: Command = {
  id: "nudge",
  rank: 230,
  name: "Move the selection a little",
  icon: IconArrowsMove,
  keys: ["Shift+ArrowDown", "Shift+ArrowUp", "Shift+ArrowLeft", "Shift+ArrowRight"],
  keysInWords: "Shift + arrow keys",
  view: "flowchart",
  when: (editor) => editor.selection.get().steps.size > 0,
  run: (editor, { keys = "Shift+ArrowDown" }) => nudgeTowards(editor, keys),
};
