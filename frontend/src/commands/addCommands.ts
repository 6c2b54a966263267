/** One command for each kind of step that the palette offers. */
import { addAfter } from "../canvas/adding";
import { onlyStep } from "../editor/select";
import { PALETTE } from "../palette/items";
import { stepIcon } from "../theme/icons";
import type { Command } from "./command";

export const addCommands: readonly Command[] = PALETTE.map(({ label, step }) => ({
  id: `add${label}`,
  name: `Add ${/^[AEIOU]/.test(label) ? "an" : "a"} ${label.toLowerCase()}`,
  icon: stepIcon(step),
  keys: [],
  run: (editor) => addAfter(editor, onlyStep(editor), step),
}));
