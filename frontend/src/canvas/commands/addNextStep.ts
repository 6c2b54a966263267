import { IconArrowDownToArc } from "@tabler/icons-react";
import type { Command } from "../../commands/command";
import { addAfter, NEXT_STEP } from "../../editing/adding";
import { onlyStep } from "../../session/select";

export const addNextStep: Command = {
  id: "addNextStep",
  rank: 30,
  name: "Add the next step",
  icon: IconArrowDownToArc,
  keys: ["Tab"],
  view: "flowchart",
  // With nothing selected Tab goes on to the rest of the screen, as everywhere.
  when: (editor) => onlyStep(editor) !== null,
  menus: [{ of: "step", group: "change", rank: 2 }],
  run: (editor) => addAfter(editor, onlyStep(editor), NEXT_STEP),
};
