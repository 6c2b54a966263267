import { IconBinaryTree } from "@tabler/icons-react";
import type { Command } from "../../commands/command";

export const layOut: Command = {
  id: "layOut",
  rank: 270,
  name: "Lay out the chart",
  icon: IconBinaryTree,
  keys: ["L"],
  view: "flowchart",
  menus: [{ of: "chart", group: "show", rank: 3 }],
  run: (editor) => editor.canvas.get()?.layOut(),
};
