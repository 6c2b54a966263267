import type { Command } from "../command";

export const goToDetails: Command = {
  id: "goToDetails",
  name: "Go to the details",
  keys: ["D"],
  // Only on the canvas: there Tab adds a step, and no key would lead to the fields beside it.
  when: (editor) => editor.canvas.get() !== null,
  run: () => {
    const field = document.querySelector<HTMLElement>("aside input, aside textarea");
    field?.focus();
    if (field instanceof HTMLInputElement) field.select();
  },
};
