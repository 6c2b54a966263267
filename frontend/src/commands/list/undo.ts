import { IconArrowBackUp } from "@tabler/icons-react";
import { undo as undoIn } from "../../editing/undoing";
import type { Command } from "../command";

export const undo: Command = {
  id: "undo",
  name: "Undo",
  icon: IconArrowBackUp,
  keys: ["Mod+Z"],
  whileTyping: true,
  when: (editor) => editor.document.undoManager.canUndo(),
  run: undoIn,
};
