import { IconArrowDownToArc } from "@tabler/icons-react";
import { addAfter, NEXT_STEP } from "../../editing/adding";
import { onlyStep } from "../../session/select";
import type { Command } from "../command";

export const addNextStep: Command = {
  id: "addNextStep",
  name: "Add the next step",
  icon: IconArrowDownToArc,
  keys: ["Tab"],
  view: "flowchart",
  // With nothing selected Tab goes on to the rest of the screen, as everywhere.
  when: (editor) => onlyStep(editor) !== null,
  run: (editor) => addAfter(editor, onlyStep(editor), NEXT_STEP),
};
