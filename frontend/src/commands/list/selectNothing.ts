import { IconDeselect } from "@tabler/icons-react";
import { closeDetails } from "../../screen/topbar/DetailsSwitch";
import { revealNothing } from "../../session/reveal";
import { selectNothing as clear } from "../../session/select";
import type { Command } from "../command";

export const selectNothing: Command = {
  id: "selectNothing",
  name: "Select nothing",
  icon: IconDeselect,
  keys: ["Escape"],
  run: (editor) => {
    // What lies nearest goes first.
    if (closeDetails(editor)) return;
    clear(editor);
    editor.shownFinding.set(null);
    editor.preview.set(null);
    revealNothing();
  },
};
