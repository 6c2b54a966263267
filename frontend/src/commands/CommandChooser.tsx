import { useMemo } from "react";
import { useEditor } from "../editor/Editor";
import { Chooser } from "./Chooser";
import { shownKeys } from "./command";
import { canRun, commands, runCommand } from "./commands";

/** Every command that can be done now, by name. */
export function CommandChooser({ close }: { close: () => void }) {
  const editor = useEditor();
  const choices = useMemo(
    () =>
      commands
        .filter((command) => command.id !== "showCommands" && canRun(command, editor))
        .map((command) => ({ id: command.id, name: command.name, aside: shownKeys(command) })),
    [editor],
  );
  return (
    <Chooser
      label="Find a command"
      placeholder="What do you want to do?"
      choices={choices}
      nothing="No command has such a name."
      choose={(id) => {
        const command = commands.find((one) => one.id === id);
        if (command !== undefined) void runCommand(command, editor);
      }}
      close={close}
    />
  );
}
