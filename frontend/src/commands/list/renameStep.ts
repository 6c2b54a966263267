import { IconCursorText } from "@tabler/icons-react";
import { onlyStep } from "../../session/select";
import type { Command } from "../command";

export const renameStep: Command = {
  id: "renameStep",
  name: "Rename the step",
  menuName: "Rename",
  icon: IconCursorText,
  keys: ["Enter", "F2"],
  view: "flowchart",
  when: (editor) => onlyStep(editor) !== null,
  run: (editor) => {
    const step = onlyStep(editor);
    if (step !== null) editor.typing.set({ what: "name", step });
  },
};
