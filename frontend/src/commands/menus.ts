/** The menu of what is selected on the flow chart; of the chart itself while nothing is. */
import type { Editor } from "../session/Editor";
import { onlyEdge, onlyStep } from "../session/select";
import type { Command } from "./command";
import { canRun } from "./commands";
import { addNextStep } from "./list/addNextStep";
import { addStepHere } from "./list/addStepHere";
import { changeKind } from "./list/changeKind";
import { copy } from "./list/copy";
import { cut } from "./list/cut";
import { deleteSelection } from "./list/deleteSelection";
import { duplicate } from "./list/duplicate";
import { fitAll } from "./list/fitAll";
import { frameSelection } from "./list/frameSelection";
import { goToDetails } from "./list/goToDetails";
import { insertStep } from "./list/insertStep";
import { joinStep } from "./list/joinStep";
import { layOut } from "./list/layOut";
import { paste } from "./list/paste";
import { renameStep } from "./list/renameStep";
import { selectAll } from "./list/selectAll";
import { showKeyboard } from "./list/showKeyboard";
import { typeCondition } from "./list/typeCondition";
import { typeWait } from "./list/typeWait";

type Groups = readonly (readonly Command[])[];

export interface Menu {
  /** What it is the menu of. */
  readonly label: string;
  /** What can be done now; no group is empty. */
  readonly groups: Groups;
}

const OF_A_STEP: Groups = [
  [renameStep, addNextStep, changeKind, joinStep],
  [copy, cut, duplicate],
  [goToDetails],
  [deleteSelection],
];
const OF_AN_EDGE: Groups = [
  [typeWait, typeCondition, insertStep],
  [goToDetails],
  [deleteSelection],
];
const OF_SEVERAL: Groups = [[copy, cut, duplicate], [frameSelection], [deleteSelection]];
const OF_THE_CHART: Groups = [[addStepHere, paste], [selectAll, fitAll, layOut], [showKeyboard]];

export function menuOf(editor: Editor): Menu {
  const { label, groups } = wholeMenuOf(editor);
  const possible = groups.map((group) => group.filter((command) => canRun(command, editor)));
  return { label, groups: possible.filter((group) => group.length > 0) };
}

function wholeMenuOf(editor: Editor): Menu {
  const { steps, edges } = editor.selection.get();
  if (steps.size + edges.size === 0) return { label: "Flow chart", groups: OF_THE_CHART };
  if (steps.size + edges.size > 1) return { label: "What is selected", groups: OF_SEVERAL };
  const { snapshot } = editor.document;
  const nameOf = (id = "") => snapshot.steps.get(id)?.name ?? id;
  const step = onlyStep(editor);
  if (step !== null) return { label: nameOf(step), groups: OF_A_STEP };
  const edge = snapshot.edges.get(onlyEdge(editor) ?? "");
  return { label: `From ${nameOf(edge?.from)} to ${nameOf(edge?.to)}`, groups: OF_AN_EDGE };
}
