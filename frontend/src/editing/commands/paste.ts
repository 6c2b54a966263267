import { IconClipboard } from "@tabler/icons-react";
import type { Command } from "../../commands/command";
import { pasteFromClipboard } from "../clipboard";

export const paste: Command = {
  id: "paste",
  rank: 180,
  name: "Paste",
  icon: IconClipboard,
  keys: ["Mod+V"],
  byBrowser: true,
  view: "flowchart",
  menus: [{ of: "chart", group: "change", rank: 2 }],
  run: (editor, { at }) => pasteFromClipboard(editor, at),
};
