import { IconLayoutSidebarRight } from "@tabler/icons-react";
import { flushSync } from "react-dom";
import { DETAILS_ID } from "../../topbar/DetailsSwitch";
import type { Command } from "../command";

export const goToDetails: Command = {
  id: "goToDetails",
  name: "Go to the details",
  icon: IconLayoutSidebarRight,
  keys: ["D"],
  // Only on the canvas: there Tab adds a step, and no key would lead to the fields beside it.
  when: (editor) => editor.canvas.get() !== null,
  run: (editor) => {
    // At once, so that the very next letter is typed there: they may not be on the screen yet.
    flushSync(() => editor.details.set(true));
    const details = document.getElementById(DETAILS_ID);
    const field = details?.querySelector<HTMLElement>("input, textarea");
    field?.focus();
    if (field instanceof HTMLInputElement) field.select();
  },
};
