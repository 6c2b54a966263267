import { IconRowInsertBottom } from "@tabler/icons-react";
import type { Command } from "../../commands/command";
import { onlyEdge } from "../../session/select";

export const insertStep: Command = {
  id: "insertStep",
  rank: 60,
  name: "Put a step in between",
  menuName: "Put a step in between …",
  icon: IconRowInsertBottom,
  keys: [],
  view: "flowchart",
  when: (editor) => onlyEdge(editor) !== null,
  menus: [{ of: "edge", group: "change", rank: 3 }],
  run: (editor, { at = editor.canvas.get()?.centre() }) => {
    const edge = onlyEdge(editor);
    if (edge !== null && at !== undefined) {
      editor.stepMenu.set({ at, use: { what: "insert", edge } });
    }
  },
};
