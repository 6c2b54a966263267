import { IconCopy } from "@tabler/icons-react";
import { copyToClipboard } from "../../editing/clipboard";
import type { Command } from "../command";

export const copy: Command = {
  id: "copy",
  name: "Copy",
  icon: IconCopy,
  keys: ["Mod+C"],
  byBrowser: true,
  when: (editor) => editor.selection.get().steps.size > 0,
  run: copyToClipboard,
};
