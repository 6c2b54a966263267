import { IconCopy } from "@tabler/icons-react";
import type { Command } from "../../commands/command";
import { copyToClipboard } from "../clipboard";

export const copy: Command = {
  id: "copy",
  rank: 160,
  name: "Copy",
  icon: IconCopy,
  keys: ["Mod+C"],
  byBrowser: true,
  when: (editor) => editor.selection.get().steps.size > 0,
  menus: [
    { of: "step", group: "clipboard", rank: 1 },
    { of: "several", group: "clipboard", rank: 1 },
  ],
  run: copyToClipboard,
};
