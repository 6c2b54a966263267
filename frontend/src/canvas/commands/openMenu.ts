import { IconMenu2 } from "@tabler/icons-react";
import type { Command } from "../../commands/command";

export const openMenu: Command = {
  id: "openMenu",
  rank: 140,
  name: "Open the menu of what is selected",
  icon: IconMenu2,
  // Not every keyboard has a key for it.
  keys: ["Shift+F10", "ContextMenu"],
  view: "flowchart",
  run: (editor) => editor.canvas.get()?.openMenu(),
};
