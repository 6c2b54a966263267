/** One command for each kind of step that the palette offers. */

import type { Command } from "../../commands/command";
import { addAfter } from "../../editing/adding";
import { onlyStep } from "../../session/select";
import { stepIcon } from "../../theme/icons";
import { PALETTE } from "../palette/items";

export const addStepOfKind: readonly Command[] = PALETTE.map(({ label, step }, at) => ({
  id: `add${label}`,
  rank: 50 + at / PALETTE.length,
  name: `Add ${/^[AEIOU]/.test(label) ? "an" : "a"} ${label.toLowerCase()}`,
  icon: stepIcon(step),
  keys: [],
  run: (editor) => addAfter(editor, onlyStep(editor), step),
}));
