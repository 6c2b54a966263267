import { IconClock } from "@tabler/icons-react";
import type { Command } from "../../commands/command";
import { onlyStep } from "../../session/select";
import { edgeInQuestion } from "../gestures/walking";

export const typeWait: Command = {
  id: "typeWait",
  rank: 90,
  name: "Set the wait",
  icon: IconClock,
  keys: ["W"],
  view: "flowchart",
  when: (editor) => edgeInQuestion(editor) !== null,
  menus: [{ of: "edge", group: "change", rank: 1 }],
  run: (editor) => {
    const edge = edgeInQuestion(editor);
    const back = onlyStep(editor);
    if (edge === null) return;
    editor.typing.set({ what: "wait", edge, ...(back === null ? {} : { back }) });
  },
};
