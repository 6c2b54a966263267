import { IconHierarchy3 } from "@tabler/icons-react";
import type { Command } from "../command";

export const showMindMap: Command = {
  id: "showMindMap",
  name: "Show the mind map",
  icon: IconHierarchy3,
  keys: [],
  when: (editor) => editor.view.get() !== "mindmap",
  run: (editor) => editor.view.set("mindmap"),
};
