import { IconCursorText } from "@tabler/icons-react";
import type { Command } from "../../commands/command";
import { onlyStep } from "../../session/select";

export const renameStep: Command = {
  id: "renameStep",
  rank: 70,
  name: "Rename the step",
  menuName: "Rename",
  icon: IconCursorText,
  keys: ["Enter", "F2"],
  view: "flowchart",
  when: (editor) => onlyStep(editor) !== null,
  menus: [{ of: "step", group: "change", rank: 1 }],
  run: (editor) => {
    const step = onlyStep(editor);
    if (step !== null) editor.typing.set({ what: "name", step });
  },
};
