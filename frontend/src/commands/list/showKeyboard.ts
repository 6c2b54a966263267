import { IconKeyboard } from "@tabler/icons-react";
import type { Command } from "../command";

export const showKeyboard: Command = {
  id: "showKeyboard",
  name: "Show the keyboard shortcuts",
  icon: IconKeyboard,
  keys: ["?"],
  run: (editor) => editor.dialog.set("keys"),
};
