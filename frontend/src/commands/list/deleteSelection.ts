import { IconTrash } from "@tabler/icons-react";
import { deleteSelected } from "../../editing/deleting";
import type { Command } from "../command";

export const deleteSelection: Command = {
  id: "deleteSelection",
  name: "Delete the selection",
  menuName: "Delete",
  icon: IconTrash,
  keys: ["Delete", "Backspace"],
  when: (editor) => {
    const { steps, edges } = editor.selection.get();
    return steps.size + edges.size > 0;
  },
  run: deleteSelected,
};
