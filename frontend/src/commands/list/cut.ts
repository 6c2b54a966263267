import { IconCut } from "@tabler/icons-react";
import { cutToClipboard } from "../../editing/clipboard";
import type { Command } from "../command";

export const cut: Command = {
  id: "cut",
  name: "Cut",
  icon: IconCut,
  keys: ["Mod+X"],
  byBrowser: true,
  when: (editor) => editor.selection.get().steps.size > 0,
  run: cutToClipboard,
};
