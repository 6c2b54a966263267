import type { Command } from "../command";

export const findStep: Command = {
  id: "findStep",
  name: "Find a step",
  keys: ["Mod+F"],
  whileTyping: true,
  run: (editor) => editor.dialog.set("find"),
};
