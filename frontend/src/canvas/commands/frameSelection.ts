import { IconFocusCentered } from "@tabler/icons-react";
import type { Command } from "../../commands/command";
import type { Editor } from "../../session/Editor";

export const frameSelection: Command = {
  id: "frameSelection",
  rank: 260,
  name: "Show the selection",
  icon: IconFocusCentered,
  keys: ["2"],
  view: "flowchart",
  when: (editor) => selectedSteps(editor).length > 0,
  menus: [{ of: "several", group: "show", rank: 1 }],
  run: (editor) => editor.canvas.get()?.frame(selectedSteps(editor)),
};

/** The selected steps, and those at the ends of the selected edges. */
function selectedSteps({ selection, document }: Editor): string[] {
  const { steps, edges } = selection.get();
  const ends = [...edges].flatMap((id) => {
    const edge = document.snapshot.edges.get(id);
    return edge === undefined ? [] : [edge.from, edge.to];
  });
  return [...steps, ...ends];
}
