import { onlyStep } from "../../editor/select";
import type { Command } from "../command";

export const changeKind: Command = {
  id: "changeKind",
  name: "Make the step another kind",
  keys: ["K"],
  when: (editor) => editor.canvas.get() !== null && onlyStep(editor) !== null,
  run: (editor) => {
    const step = onlyStep(editor);
    const place = step === null ? undefined : editor.document.snapshot.steps.get(step);
    if (step === null || place === undefined) return;
    const at = { x: (place.x ?? 0) + 100, y: (place.y ?? 0) + 40 };
    editor.stepMenu.set({ at, use: { what: "change", step } });
  },
};
