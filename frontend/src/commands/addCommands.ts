/** One command for each kind of step that the palette offers. */

import { PALETTE } from "../canvas/palette/items";
import { addAfter } from "../editing/adding";
import { onlyStep } from "../session/select";
import { stepIcon } from "../theme/icons";
import type { Command } from "./command";

export const addCommands: readonly Command[] = PALETTE.map(({ label, step }) => ({
  id: `add${label}`,
  name: `Add ${/^[AEIOU]/.test(label) ? "an" : "a"} ${label.toLowerCase()}`,
  icon: stepIcon(step),
  keys: [],
  run: (editor) => addAfter(editor, onlyStep(editor), step),
}));
