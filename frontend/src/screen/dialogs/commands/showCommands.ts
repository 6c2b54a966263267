import { IconCommand } from "@tabler/icons-react";
import type { Command } from "../../../commands/command";

export const showCommands: Command = {
  id: "showCommands",
  rank: 310,
  name: "Find a command or a step",
  icon: IconCommand,
  keys: ["Mod+K"],
  whileTyping: true,
  run: (editor) => editor.dialog.set("commands"),
};
