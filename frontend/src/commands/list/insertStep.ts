import { IconRowInsertBottom } from "@tabler/icons-react";
import { onlyEdge } from "../../session/select";
import type { Command } from "../command";

export const insertStep: Command = {
  id: "insertStep",
  name: "Put a step in between",
  menuName: "Put a step in between …",
  icon: IconRowInsertBottom,
  keys: [],
  view: "flowchart",
  when: (editor) => onlyEdge(editor) !== null,
  run: (editor, { at = editor.canvas.get()?.centre() }) => {
    const edge = onlyEdge(editor);
    if (edge !== null && at !== undefined) {
      editor.stepMenu.set({ at, use: { what: "insert", edge } });
    }
  },
};
