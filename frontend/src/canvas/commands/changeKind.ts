import { IconReplace } from "@tabler/icons-react";
import type { Command } from "../../commands/command";
import { placedBoxes } from "../../geometry/space/placing";
import { onlyStep } from "../../session/select";

export const changeKind: Command = {
  id: "changeKind",
  rank: 110,
  name: "Make the step another kind",
  menuName: "Change the kind …",
  icon: IconReplace,
  keys: ["K"],
  view: "flowchart",
  when: (editor) => onlyStep(editor) !== null,
  menus: [{ of: "step", group: "change", rank: 3 }],
  run: (editor) => {
    const step = onlyStep(editor);
    const box = step === null ? undefined : placedBoxes(editor.document.snapshot).get(step);
    if (step === null || box === undefined) return;
    const at = { x: box.x + box.width / 2, y: box.y + box.height };
    editor.stepMenu.set({ at, use: { what: "change", step } });
  },
};
