/** Every command of the editor, in the order in which lists show them. */
import type { Editor } from "../editor/Editor";
import { sayProblem } from "../notices/notices";
import type { Command } from "./command";
import { belongsToWidget, isTyping, pressMatches } from "./keys";
import { deleteSelection } from "./list/deleteSelection";
import { findStep } from "./list/findStep";
import { fitAll } from "./list/fitAll";
import { frameSelection } from "./list/frameSelection";
import { layOut } from "./list/layOut";
import { redo } from "./list/redo";
import { renameStep } from "./list/renameStep";
import { selectAll } from "./list/selectAll";
import { selectNothing } from "./list/selectNothing";
import { showCommands } from "./list/showCommands";
import { showKeyboard } from "./list/showKeyboard";
import { undo } from "./list/undo";

export const commands: readonly Command[] = [
  undo,
  redo,
  renameStep,
  deleteSelection,
  selectAll,
  selectNothing,
  findStep,
  fitAll,
  frameSelection,
  layOut,
  showCommands,
  showKeyboard,
];

export function canRun(command: Command, editor: Editor): boolean {
  return command.when?.(editor) ?? true;
}

/** Runs a command; what goes wrong is said. */
export async function runCommand(command: Command, editor: Editor): Promise<void> {
  try {
    await command.run(editor);
  } catch (error) {
    sayProblem(error);
  }
}

/** Runs the command whose keys were pressed; true when there was one. */
export function runPressed(event: KeyboardEvent, editor: Editor): boolean {
  if (event.defaultPrevented || event.isComposing) return false;
  const typing = isTyping(event.target);
  const command = commands.find(
    (candidate) =>
      (!typing || candidate.whileTyping === true) &&
      candidate.keys.some(
        (keys) => pressMatches(event, keys) && !belongsToWidget(event.target, keys),
      ) &&
      canRun(candidate, editor),
  );
  if (command === undefined) return false;
  event.preventDefault();
  void runCommand(command, editor);
  return true;
}
