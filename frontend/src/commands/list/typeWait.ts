import { IconClock } from "@tabler/icons-react";
import { wayInQuestion } from "../../canvas/gestures/walking";
import { onlyStep } from "../../session/select";
import type { Command } from "../command";

export const typeWait: Command = {
  id: "typeWait",
  name: "Set the wait",
  icon: IconClock,
  keys: ["W"],
  view: "flowchart",
  when: (editor) => wayInQuestion(editor) !== null,
  run: (editor) => {
    const edge = wayInQuestion(editor);
    const back = onlyStep(editor);
    if (edge === null) return;
    editor.typing.set({ what: "wait", edge, ...(back === null ? {} : { back }) });
  },
};
