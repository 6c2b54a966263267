import { IconCopyPlus } from "@tabler/icons-react";
import { duplicateSelection } from "../../editing/clipboard";
import type { Command } from "../command";

export const duplicate: Command = {
  id: "duplicate",
  name: "Duplicate the selection",
  menuName: "Duplicate",
  icon: IconCopyPlus,
  keys: ["Mod+D"],
  when: (editor) => editor.selection.get().steps.size > 0,
  run: duplicateSelection,
};
