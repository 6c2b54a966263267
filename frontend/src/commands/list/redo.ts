import { IconArrowForwardUp } from "@tabler/icons-react";
import { redo as redoIn } from "../../editing/undoing";
import type { Command } from "../command";

export const redo: Command = {
  id: "redo",
  name: "Redo",
  icon: IconArrowForwardUp,
  keys: ["Mod+Shift+Z", "Mod+Y"],
  whileTyping: true,
  when: (editor) => editor.document.undoManager.canRedo(),
  run: redoIn,
};
