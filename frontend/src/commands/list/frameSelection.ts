import type { Command } from "../command";

export const frameSelection: Command = {
  id: "frameSelection",
  name: "Show the selection",
  keys: ["2"],
  when: (editor) => editor.canvas.get() !== null && editor.selection.get().steps.size > 0,
  run: (editor) => editor.canvas.get()?.frame(editor.selection.get().steps),
};
