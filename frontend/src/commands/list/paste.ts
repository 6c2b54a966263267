import { IconClipboard } from "@tabler/icons-react";
import { pasteFromClipboard } from "../../editing/clipboard";
import type { Command } from "../command";

export const paste: Command = {
  id: "paste",
  name: "Paste",
  icon: IconClipboard,
  keys: ["Mod+V"],
  byBrowser: true,
  view: "flowchart",
  run: (editor, { at }) => pasteFromClipboard(editor, at),
};
