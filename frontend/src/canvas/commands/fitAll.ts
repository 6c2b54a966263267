import { IconMaximize } from "@tabler/icons-react";
import type { Command } from "../../commands/command";

export const fitAll: Command = {
  id: "fitAll",
  rank: 250,
  name: "Show the whole process",
  icon: IconMaximize,
  keys: ["1"],
  view: "flowchart",
  menus: [{ of: "chart", group: "show", rank: 2 }],
  run: (editor) => editor.canvas.get()?.fitAll(),
};
