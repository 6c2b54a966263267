import { IconSelectAll } from "@tabler/icons-react";
import type { Command } from "../../commands/command";

export const selectAll: Command = {
  id: "selectAll",
  rank: 200,
  name: "Select everything",
  icon: IconSelectAll,
  keys: ["Mod+A"],
  when: (editor) => editor.document.snapshot.steps.size > 0,
  menus: [{ of: "chart", group: "show", rank: 1 }],
  run: (editor) => {
    const { stepIds, edges } = editor.document.snapshot;
    editor.selection.set({ steps: new Set(stepIds), edges: new Set(edges.keys()) });
  },
};
