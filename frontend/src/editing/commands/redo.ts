import { IconArrowForwardUp } from "@tabler/icons-react";
import type { Command } from "../../commands/command";
import { redo as redoIn } from "../undoing";

export const redo: Command = {
  id: "redo",
  rank: 20,
  name: "Redo",
  icon: IconArrowForwardUp,
  keys: ["Mod+Shift+Z", "Mod+Y"],
  whileTyping: true,
  when: (editor) => editor.document.undoManager.canRedo(),
  run: redoIn,
};
