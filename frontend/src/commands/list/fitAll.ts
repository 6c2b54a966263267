import { IconMaximize } from "@tabler/icons-react";
import type { Command } from "../command";

export const fitAll: Command = {
  id: "fitAll",
  name: "Show the whole process",
  icon: IconMaximize,
  keys: ["1"],
  view: "flowchart",
  run: (editor) => editor.canvas.get()?.fitAll(),
};
