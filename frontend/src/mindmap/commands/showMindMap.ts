import { IconHierarchy3 } from "@tabler/icons-react";
import type { Command } from "../../commands/command";

export const showMindMap: Command = {
  id: "showMindMap",
  rank: 290,
  name: "Show the mind map",
  icon: IconHierarchy3,
  keys: [],
  when: (editor) => editor.view.get() !== "mindmap",
  run: (editor) => editor.view.set("mindmap"),
};
