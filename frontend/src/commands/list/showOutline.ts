import { IconTable } from "@tabler/icons-react";
import { outlineAsked } from "../../outline/grid/asked";
import type { Command } from "../command";

export const showOutline: Command = {
  id: "showOutline",
  name: "Show the outline",
  icon: IconTable,
  keys: [],
  when: (editor) => editor.view.get() !== "outline",
  run: (editor) => {
    outlineAsked.set(true);
    editor.view.set("outline");
  },
};
