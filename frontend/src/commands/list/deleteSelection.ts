import { deleteEdges } from "../../document/edits/deleteEdges";
import { type Deletion, deleteSteps } from "../../document/edits/deleteSteps";
import type { Editor } from "../../editor/Editor";
import { selectNothing } from "../../editor/select";
import { say } from "../../notices/notices";
import type { Command } from "../command";

export const deleteSelection: Command = {
  id: "deleteSelection",
  name: "Delete the selection",
  keys: ["Delete", "Backspace"],
  when: (editor) => {
    const { steps, edges } = editor.selection.get();
    return steps.size + edges.size > 0;
  },
  run: (editor) => {
    const { steps, edges } = editor.selection.get();
    const { document } = editor;
    const deletion = document.edit(() => {
      deleteEdges(document, edges);
      return deleteSteps(document, [...steps]);
    });
    selectNothing(editor);
    tellWhatBroke(editor, deletion);
  },
};

function tellWhatBroke(editor: Editor, { disconnected }: Deletion): void {
  if (disconnected.length === 0) return;
  const { steps } = editor.document.snapshot;
  const names = disconnected.map((id) => `“${steps.get(id)?.name ?? id}”`);
  const shown = names.length > 3 ? [...names.slice(0, 3), `${names.length - 3} more`] : names;
  const verb = names.length === 1 ? "is" : "are";
  say(`${new Intl.ListFormat("en").format(shown)} ${verb} no longer connected.`, {
    label: "Undo",
    run: () => {
      editor.document.undo();
    },
  });
}
