import { IconKeyboard } from "@tabler/icons-react";
import type { Command } from "../../../commands/command";

export const showKeyboard: Command = {
  id: "showKeyboard",
  rank: 320,
  name: "Show the keyboard shortcuts",
  icon: IconKeyboard,
  keys: ["?"],
  menus: [{ of: "chart", group: "help", rank: 1 }],
  run: (editor) => editor.dialog.set("keys"),
};
