import { IconArrowsJoin2 } from "@tabler/icons-react";
import type { Command } from "../../commands/command";
import { onlyStep } from "../../session/select";

export const joinStep: Command = {
  id: "joinStep",
  rank: 120,
  name: "Join the step to another",
  menuName: "Join to …",
  icon: IconArrowsJoin2,
  keys: ["J"],
  view: "flowchart",
  // Nothing comes after an end.
  when: (editor) => {
    const step = editor.document.snapshot.steps.get(onlyStep(editor) ?? "");
    return step !== undefined && step.kind !== "end";
  },
  menus: [{ of: "step", group: "change", rank: 4 }],
  run: (editor) => editor.dialog.set("join"),
};
