import { ActionIcon, Tooltip } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { shownKeys } from "../commands/command";
import { runCommand } from "../commands/running";
import { deleteSelection } from "../editing/commands/deleteSelection";
import { useEditor } from "../session/Editor";

/** Deletes what is selected, as the key does. */
export function DeleteButton({ what }: { what: string }) {
  const editor = useEditor();
  return (
    <Tooltip label={`Delete ${what} (${shownKeys(deleteSelection)})`}>
      <ActionIcon aria-label={`Delete ${what}`} onClick={() => runCommand(deleteSelection, editor)}>
        <IconTrash size={16} stroke={1.75} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
