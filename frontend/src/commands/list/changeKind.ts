import { IconReplace } from "@tabler/icons-react";
import { placedBoxes } from "../../geometry/space/placing";
import { onlyStep } from "../../session/select";
import type { Command } from "../command";

export const changeKind: Command = {
  id: "changeKind",
  name: "Make the step another kind",
  menuName: "Change the kind …",
  icon: IconReplace,
  keys: ["K"],
  view: "flowchart",
  when: (editor) => onlyStep(editor) !== null,
  run: (editor) => {
    const step = onlyStep(editor);
    const box = step === null ? undefined : placedBoxes(editor.document.snapshot).get(step);
    if (step === null || box === undefined) return;
    const at = { x: box.x + box.width / 2, y: box.y + box.height };
    editor.stepMenu.set({ at, use: { what: "change", step } });
  },
};
