import { IconCut } from "@tabler/icons-react";
import type { Command } from "../../commands/command";
import { cutToClipboard } from "../clipboard";

export const cut: Command = {
  id: "cut",
  rank: 170,
  name: "Cut",
  icon: IconCut,
  keys: ["Mod+X"],
  byBrowser: true,
  when: (editor) => editor.selection.get().steps.size > 0,
  menus: [
    { of: "step", group: "clipboard", rank: 2 },
    { of: "several", group: "clipboard", rank: 2 },
  ],
  run: cutToClipboard,
};
