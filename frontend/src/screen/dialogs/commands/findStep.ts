import { IconSearch } from "@tabler/icons-react";
import type { Command } from "../../../commands/command";

export const findStep: Command = {
  id: "findStep",
  rank: 240,
  name: "Find a step",
  icon: IconSearch,
  keys: ["Mod+F"],
  whileTyping: true,
  run: (editor) => editor.dialog.set("find"),
};
