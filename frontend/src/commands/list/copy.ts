import { copyToClipboard } from "../../canvas/clipboard";
import type { Command } from "../command";

export const copy: Command = {
  id: "copy",
  name: "Copy",
  keys: ["Mod+C"],
  byBrowser: true,
  when: (editor) => editor.selection.get().steps.size > 0,
  run: copyToClipboard,
};
