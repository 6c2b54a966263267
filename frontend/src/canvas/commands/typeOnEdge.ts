import { IconPencil } from "@tabler/icons-react";
import type { Command } from "../../commands/command";
import { onlyEdge } from "../../session/select";

const DIGITS = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];

export const typeOnEdge: Command = {
  id: "typeOnEdge",
  rank: 80,
  name: "Type the wait of the selected edge",
  icon: IconPencil,
  keys: ["Enter", ...DIGITS],
  keysInWords: "Just type it, such as 3d",
  view: "flowchart",
  when: (editor) => onlyEdge(editor) !== null,
  run: (editor, { keys }) => {
    const edge = onlyEdge(editor);
    if (edge === null) return;
    const text = keys !== undefined && DIGITS.includes(keys) ? { text: keys } : {};
    editor.typing.set({ what: "wait", edge, ...text });
  },
};
