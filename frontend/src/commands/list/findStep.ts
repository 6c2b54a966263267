import { IconSearch } from "@tabler/icons-react";
import type { Command } from "../command";

export const findStep: Command = {
  id: "findStep",
  name: "Find a step",
  icon: IconSearch,
  keys: ["Mod+F"],
  whileTyping: true,
  run: (editor) => editor.dialog.set("find"),
};
