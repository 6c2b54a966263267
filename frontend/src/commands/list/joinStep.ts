import { IconArrowsJoin2 } from "@tabler/icons-react";
import { onlyStep } from "../../editor/select";
import type { Command } from "../command";

export const joinStep: Command = {
  id: "joinStep",
  name: "Join the step to another",
  menuName: "Join to …",
  icon: IconArrowsJoin2,
  keys: ["J"],
  view: "flowchart",
  when: (editor) => onlyStep(editor) !== null,
  run: (editor) => editor.dialog.set("join"),
};
