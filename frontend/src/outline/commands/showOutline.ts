import { IconTable } from "@tabler/icons-react";
import type { Command } from "../../commands/command";

export const showOutline: Command = {
  id: "showOutline",
  rank: 300,
  name: "Show the outline",
  icon: IconTable,
  keys: [],
  when: (editor) => editor.view.get() !== "outline",
  run: (editor) => {
    editor.outlineAsked.set(true);
    editor.view.set("outline");
  },
};
