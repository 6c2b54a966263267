import { IconCopyPlus } from "@tabler/icons-react";
import type { Command } from "../../commands/command";
import { duplicateSelection } from "../clipboard";

export const duplicate: Command = {
  id: "duplicate",
  rank: 190,
  name: "Duplicate the selection",
  menuName: "Duplicate",
  icon: IconCopyPlus,
  keys: ["Mod+D"],
  when: (editor) => editor.selection.get().steps.size > 0,
  menus: [
    { of: "step", group: "clipboard", rank: 3 },
    { of: "several", group: "clipboard", rank: 3 },
  ],
  run: duplicateSelection,
};
