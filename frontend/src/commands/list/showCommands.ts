import type { Command } from "../command";

export const showCommands: Command = {
  id: "showCommands",
  name: "Find a command by name",
  keys: ["Mod+K"],
  whileTyping: true,
  run: (editor) => editor.dialog.set("commands"),
};
