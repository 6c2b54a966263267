import { IconTrash } from "@tabler/icons-react";
import type { Command } from "../../commands/command";
import { deleteSelected } from "../deleting";

export const deleteSelection: Command = {
  id: "deleteSelection",
  rank: 150,
  name: "Delete the selection",
  menuName: "Delete",
  icon: IconTrash,
  keys: ["Delete", "Backspace"],
  when: (editor) => {
    const { steps, edges } = editor.selection.get();
    return steps.size + edges.size > 0;
  },
  menus: [
    { of: "step", group: "delete", rank: 1 },
    { of: "edge", group: "delete", rank: 1 },
    { of: "several", group: "delete", rank: 1 },
  ],
  run: deleteSelected,
};
