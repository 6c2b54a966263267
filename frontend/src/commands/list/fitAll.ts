import { IconMaximize } from "@tabler/icons-react";
import type { Command } from "../command";

export const fitAll: Command = {
  id: "fitAll",
  name: "Show the whole process",
  icon: IconMaximize,
  keys: ["1"],
  when: (editor) => editor.canvas.get() !== null,
  run: (editor) => editor.canvas.get()?.fitAll(),
};
