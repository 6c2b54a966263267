import { useMemo } from "react";
import { shownKeys } from "../../commands/command";
import { useRegistry } from "../../commands/registry";
import { canRun, runCommand } from "../../commands/running";
import { useSnapshot } from "../../document/hooks";
import type { Snapshot } from "../../model/snapshot";
import { useEditor } from "../../session/Editor";
import { Chooser } from "./Chooser";
import { goToStep, stepChoices } from "./stepChoices";

const WHOLE = (snapshot: Snapshot) => snapshot;

/** Every command that can be done now, and below them every step to go to, by name. */
export function CommandChooser({ close }: { close: () => void }) {
  const editor = useEditor();
  const { commands } = useRegistry();
  const snapshot = useSnapshot(WHOLE);
  const choices = useMemo(
    () => [
      ...commands
        .filter((command) => command.id !== "showCommands" && canRun(command, editor))
        .map((command) => ({
          id: command.id,
          name: command.name,
          aside: shownKeys(command),
          icon: <command.icon key="icon" size={18} stroke={1.75} aria-hidden />,
        })),
      ...stepChoices(snapshot).map((choice) => ({ ...choice, id: `${STEP}${choice.id}` })),
    ],
    [editor, commands, snapshot],
  );
  return (
    <Chooser
      label="Find a command or a step"
      placeholder="What do you want to do, or which step to see?"
      choices={choices}
      nothing="No command and no step has such a name."
      choose={(id) => {
        const command = commands.find((one) => one.id === id);
        if (command !== undefined) void runCommand(command, editor);
        else goToStep(editor, id.slice(STEP.length));
      }}
      close={close}
    />
  );
}

/** Before a step's id, which may be called what a command is. */
const STEP = "step:";
