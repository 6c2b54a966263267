import { pasteFromClipboard } from "../../canvas/clipboard";
import type { Command } from "../command";

export const paste: Command = {
  id: "paste",
  name: "Paste",
  keys: ["Mod+V"],
  byBrowser: true,
  when: (editor) => editor.view.get() === "flowchart",
  run: pasteFromClipboard,
};
