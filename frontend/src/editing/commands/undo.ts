import { IconArrowBackUp } from "@tabler/icons-react";
import type { Command } from "../../commands/command";
import { undo as undoIn } from "../undoing";

export const undo: Command = {
  id: "undo",
  rank: 10,
  name: "Undo",
  icon: IconArrowBackUp,
  keys: ["Mod+Z"],
  whileTyping: true,
  when: (editor) => editor.document.undoManager.canUndo(),
  run: undoIn,
};
