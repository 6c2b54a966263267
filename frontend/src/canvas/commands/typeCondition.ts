import { IconArrowsSplit2 } from "@tabler/icons-react";
import type { Command } from "../../commands/command";
import { onlyStep } from "../../session/select";
import { edgeInQuestion } from "../gestures/walking";

export const typeCondition: Command = {
  id: "typeCondition",
  rank: 100,
  name: "Set the condition",
  icon: IconArrowsSplit2,
  keys: ["C"],
  view: "flowchart",
  when: (editor) => edgeInQuestion(editor) !== null,
  menus: [{ of: "edge", group: "change", rank: 2 }],
  run: (editor) => {
    const edge = edgeInQuestion(editor);
    const back = onlyStep(editor);
    if (edge === null) return;
    editor.typing.set({ what: "when", edge, ...(back === null ? {} : { back }) });
  },
};
