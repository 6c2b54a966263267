import { IconPlus } from "@tabler/icons-react";
import type { Command } from "../../commands/command";

export const addStepHere: Command = {
  id: "addStepHere",
  rank: 40,
  name: "Add a step of any kind",
  menuName: "Add a step here …",
  icon: IconPlus,
  keys: [],
  view: "flowchart",
  menus: [{ of: "chart", group: "change", rank: 1 }],
  run: (editor, { at = editor.canvas.get()?.centre() }) => {
    if (at !== undefined) editor.stepMenu.set({ at, use: { what: "add" } });
  },
};
