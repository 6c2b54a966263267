import type { Command } from "../command";

export const layOut: Command = {
  id: "layOut",
  name: "Lay out the chart",
  keys: ["L"],
  when: (editor) => editor.canvas.get() !== null,
  run: (editor) => editor.canvas.get()?.layOut(),
};
