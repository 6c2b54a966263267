import type { Command } from "../command";

export const showKeyboard: Command = {
  id: "showKeyboard",
  name: "Show the keyboard shortcuts",
  keys: ["?"],
  run: (editor) => editor.dialog.set("keys"),
};
