import { IconArrowsJoin2 } from "@tabler/icons-react";
import { onlyStep } from "../../editor/select";
import type { Command } from "../command";

export const joinStep: Command = {
  id: "joinStep",
  name: "Join the step to another",
  icon: IconArrowsJoin2,
  keys: ["J"],
  when: (editor) => editor.canvas.get() !== null && onlyStep(editor) !== null,
  run: (editor) => editor.dialog.set("join"),
};
