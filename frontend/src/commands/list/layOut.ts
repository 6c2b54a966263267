import { IconBinaryTree } from "@tabler/icons-react";
import type { Command } from "../command";

export const layOut: Command = {
  id: "layOut",
  name: "Lay out the chart",
  icon: IconBinaryTree,
  keys: ["L"],
  view: "flowchart",
  run: (editor) => editor.canvas.get()?.layOut(),
};
