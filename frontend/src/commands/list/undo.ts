import { undo as undoIn } from "../../editor/undoing";
import type { Command } from "../command";

export const undo: Command = {
  id: "undo",
  name: "Undo",
  keys: ["Mod+Z"],
  whileTyping: true,
  when: (editor) => editor.document.undoManager.canUndo(),
  run: undoIn,
};
