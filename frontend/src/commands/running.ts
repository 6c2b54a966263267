/** Runs commands: by their keys, or because something on the screen was pressed. */
import type { Editor } from "../session/Editor";
import { sayProblem } from "../ui/notices/notices";
import type { Asked, Command } from "./command";
import { belongsToWidget, isTyping, pressMatches } from "./keys";
import type { Registry } from "./registry";

/** Whether a command can be done now, in the view that is open. */
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
export function runPressed(event: KeyboardEvent, editor: Editor, { commands }: Registry): boolean {
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
