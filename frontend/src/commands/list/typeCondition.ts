import { IconArrowsSplit2 } from "@tabler/icons-react";
import { wayInQuestion } from "../../canvas/gestures/walking";
import { onlyStep } from "../../session/select";
import type { Command } from "../command";

export const typeCondition: Command = {
  id: "typeCondition",
  name: "Set the condition",
  icon: IconArrowsSplit2,
  keys: ["C"],
  view: "flowchart",
  when: (editor) => wayInQuestion(editor) !== null,
  run: (editor) => {
    const edge = wayInQuestion(editor);
    const back = onlyStep(editor);
    if (edge === null) return;
    editor.typing.set({ what: "when", edge, ...(back === null ? {} : { back }) });
  },
};
