/** What the palette offers. */
import type { NewStep } from "../../document/edits/addStep";
import { NEW_TOUCH } from "../../model/snapshot";
import { createStore } from "../../ui/store";

export interface PaletteItem {
  readonly label: string;
  readonly hint: string;
  readonly step: NewStep;
}

/** The type under which a dragged palette item travels. */
const DRAG_TYPE = "application/x-touchline-step";
/** The step that was taken up last: what travels with a drag can be read only once it is dropped. */
const takenUp = createStore<NewStep | null>(null);

/** Lets a step travel with a drag. */
export function dragStep(data: DataTransfer, { label, step }: PaletteItem): void {
  data.setData(DRAG_TYPE, label);
  data.effectAllowed = "copy";
  takenUp.set(step);
}

/** The step that is being dragged from the palette; null when something else is. */
export function readDraggedStep({ types }: Pick<DataTransfer, "types">): NewStep | null {
  return types.includes(DRAG_TYPE) ? takenUp.get() : null;
}

export const PALETTE: readonly PaletteItem[] = [
  { label: "Start", hint: "Where a prospect turns up", step: { kind: "start" } },
  { label: "Call", hint: "A call with the prospect", step: { kind: "contact", channel: "call" } },
  {
    label: "Meeting",
    hint: "A meeting with the prospect",
    step: { kind: "contact", channel: "meeting" },
  },
  { label: "Email", hint: "An email to the prospect", step: { kind: "contact", channel: "email" } },
  {
    label: "Touch",
    hint: "Something worth receiving that fills a silence: an article, a recap, a case study",
    step: { kind: "contact", channel: NEW_TOUCH },
  },
  { label: "Task", hint: "Internal work that the prospect does not see", step: { kind: "task" } },
  { label: "Decision", hint: "Where the way branches", step: { kind: "decision" } },
  { label: "End", hint: "Won, lost or nurture", step: { kind: "end" } },
];
