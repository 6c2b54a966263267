import { IconArrowsJoin2 } from "@tabler/icons-react";
import { onlyStep } from "../../session/select";
import type { Command } from "../command";

export const joinStep: Command = {
  id: "joinStep",
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
  run: (editor) => editor.dialog.set("join"),
};
