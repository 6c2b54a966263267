/** The menu of what is selected on the flow chart; of the chart itself while nothing is. */
import type { Editor } from "../session/Editor";
import { onlyEdge, onlyStep } from "../session/select";
import type { Command, InMenu } from "./command";
import type { Registry } from "./registry";
import { canRun } from "./running";

export interface Menu {
  /** What it is the menu of. */
  readonly label: string;
  /** What can be done now; no group is empty. */
  readonly groups: readonly (readonly Command[])[];
}

/** The groups of a menu, from its head to its foot. */
const GROUPS: readonly InMenu["group"][] = ["change", "clipboard", "show", "help", "delete"];

/** The menu of what is selected now, of the commands that can be run. */
export function menuOf(editor: Editor, registry: Registry): Menu {
  const { label, of } = subjectOf(editor);
  const groups = GROUPS.map((group) =>
    groupOf(registry, of, group).filter((command) => canRun(command, editor)),
  );
  return { label, groups: groups.filter((group) => group.length > 0) };
}

function groupOf({ commands }: Registry, of: InMenu["of"], group: InMenu["group"]): Command[] {
  return commands
    .flatMap((command) => {
      const place = command.menus?.find((menu) => menu.of === of && menu.group === group);
      return place === undefined ? [] : [{ command, rank: place.rank }];
    })
    .sort((a, b) => a.rank - b.rank)
    .map(({ command }) => command);
}

function subjectOf(editor: Editor): { readonly label: string; readonly of: InMenu["of"] } {
  const { steps, edges } = editor.selection.get();
  if (steps.size + edges.size === 0) return { label: "Flow chart", of: "chart" };
  if (steps.size + edges.size > 1) return { label: "What is selected", of: "several" };
  const { snapshot } = editor.document;
  const nameOf = (id = "") => snapshot.steps.get(id)?.name ?? id;
  const step = onlyStep(editor);
  if (step !== null) return { label: nameOf(step), of: "step" };
  const edge = snapshot.edges.get(onlyEdge(editor) ?? "");
  return { label: `From ${nameOf(edge?.from)} to ${nameOf(edge?.to)}`, of: "edge" };
}
