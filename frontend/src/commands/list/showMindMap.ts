import type { Command } from "../command";

export const showMindMap: Command = {
  id: "showMindMap",
  name: "Show the mind map",
  keys: [],
  when: (editor) => editor.view.get() !== "mindmap",
  run: (editor) => editor.view.set("mindmap"),
};
