/** Deletes what is selected, and says what it left without an edge in or out. */
import { deleteEdges } from "../document/edits/deleteEdges";
import { type Deletion, deleteSteps } from "../document/edits/deleteSteps";
import type { Editor } from "../session/Editor";
import { selectNothing } from "../session/select";
import { say } from "../ui/notices/notices";
import { undo } from "./undoing";

export function deleteSelected(editor: Editor): void {
  const { steps, edges } = editor.selection.get();
  const { document } = editor;
  const deletion = document.edit(() => {
    // The edges of a deleted step go with it, or join its neighbours.
    const { edges: all } = document.snapshot;
    const alone = [...edges].filter((id) => {
      const edge = all.get(id);
      return edge !== undefined && !steps.has(edge.from) && !steps.has(edge.to);
    });
    deleteEdges(document, alone);
    return deleteSteps(document, [...steps]);
  });
  selectNothing(editor);
  tellWhatBroke(editor, deletion);
}

function tellWhatBroke(editor: Editor, { disconnected }: Deletion): void {
  if (disconnected.length === 0) return;
  const { steps } = editor.document.snapshot;
  const names = disconnected.map((id) => `“${steps.get(id)?.name ?? id}”`);
  const shown = names.length > 3 ? [...names.slice(0, 3), `${names.length - 3} more`] : names;
  const verb = names.length === 1 ? "is" : "are";
  say(`${new Intl.ListFormat("en").format(shown)} ${verb} no longer connected.`, {
    label: "Undo",
    run: () => undo(editor),
  });
}
