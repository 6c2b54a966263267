import { IconArrowDownToArc } from "@tabler/icons-react";
import { addAfter, NEXT_STEP } from "../../canvas/adding";
import { onlyStep } from "../../editor/select";
import type { Command } from "../command";

export const addNextStep: Command = {
  id: "addNextStep",
  name: "Add the next step",
  icon: IconArrowDownToArc,
  keys: ["Tab"],
  // With nothing selected Tab goes on to the rest of the screen, as everywhere.
  when: (editor) => onlyStep(editor) !== null && editor.view.get() === "flowchart",
  run: (editor) => addAfter(editor, onlyStep(editor), NEXT_STEP),
};
