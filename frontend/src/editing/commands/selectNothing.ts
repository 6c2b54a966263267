import { IconDeselect } from "@tabler/icons-react";
import type { Command } from "../../commands/command";
import { closeDetails } from "../../session/details";
import { revealNothing } from "../../session/reveal";
import { selectNothing as clear } from "../../session/select";

export const selectNothing: Command = {
  id: "selectNothing",
  rank: 210,
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
