import { IconPlus } from "@tabler/icons-react";
import type { Command } from "../command";

export const addStepHere: Command = {
  id: "addStepHere",
  name: "Add a step of any kind",
  menuName: "Add a step here …",
  icon: IconPlus,
  keys: [],
  view: "flowchart",
  run: (editor, { at = editor.canvas.get()?.centre() }) => {
    if (at !== undefined) editor.stepMenu.set({ at, use: { what: "add" } });
  },
};
