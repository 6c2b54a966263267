/** Every command of the editor, in the order in which lists show them. */
import type { Editor } from "../session/Editor";
import { sayProblem } from "../ui/notices/notices";
import { addCommands } from "./addCommands";
import type { Asked, Command } from "./command";
import { belongsToWidget, isTyping, pressMatches } from "./keys";
import { addNextStep } from "./list/addNextStep";
import { addStepHere } from "./list/addStepHere";
import { changeKind } from "./list/changeKind";
import { copy } from "./list/copy";
import { cut } from "./list/cut";
import { deleteSelection } from "./list/deleteSelection";
import { duplicate } from "./list/duplicate";
import { findStep } from "./list/findStep";
import { fitAll } from "./list/fitAll";
import { frameSelection } from "./list/frameSelection";
import { goToDetails } from "./list/goToDetails";
import { insertStep } from "./list/insertStep";
import { joinStep } from "./list/joinStep";
import { layOut } from "./list/layOut";
import { nudge } from "./list/nudge";
import { openMenu } from "./list/openMenu";
import { paste } from "./list/paste";
import { redo } from "./list/redo";
import { renameStep } from "./list/renameStep";
import { selectAll } from "./list/selectAll";
import { selectNothing } from "./list/selectNothing";
import { showCommands } from "./list/showCommands";
import { showFlowChart } from "./list/showFlowChart";
import { showKeyboard } from "./list/showKeyboard";
import { showMindMap } from "./list/showMindMap";
import { showOutline } from "./list/showOutline";
import { typeCondition } from "./list/typeCondition";
import { typeOnEdge } from "./list/typeOnEdge";
import { typeWait } from "./list/typeWait";
import { undo } from "./list/undo";
import { walk } from "./list/walk";

export const commands: readonly Command[] = [
  undo,
  redo,
  addNextStep,
  addStepHere,
  ...addCommands,
  insertStep,
  renameStep,
  typeOnEdge,
  typeWait,
  typeCondition,
  changeKind,
  joinStep,
  goToDetails,
  openMenu,
  deleteSelection,
  copy,
  cut,
  paste,
  duplicate,
  selectAll,
  selectNothing,
  walk,
  nudge,
  findStep,
  fitAll,
  frameSelection,
  layOut,
  showFlowChart,
  showMindMap,
  showOutline,
  showCommands,
  showKeyboard,
];

export function canRun(command: Command, editor: Editor): boolean {
  const { view = editor.view.get(), when } = command;
  return view === editor.view.get() && (when?.(editor) ?? true);
}

/** Runs a command; what goes wrong is said. */
export async function runCommand(
  command: Command,
  editor: Editor,
  asked: Asked = {},
): Promise<void> {
  try {
    await command.run(editor, asked);
  } catch (error) {
    sayProblem(error);
  }
}

/** Runs the command whose keys were pressed; true when there was one. */
export function runPressed(event: KeyboardEvent, editor: Editor): boolean {
  if (event.defaultPrevented || event.isComposing) return false;
  const typing = isTyping(event.target);
  for (const command of commands) {
    if (command.byBrowser === true || (typing && command.whileTyping !== true)) continue;
    const keys = command.keys.find((candidate) => pressMatches(event, candidate));
    if (keys === undefined || belongsToWidget(event.target, keys)) continue;
    if (!canRun(command, editor)) continue;
    event.preventDefault();
    void runCommand(command, editor, { keys });
    return true;
  }
  return false;
}
