import { IconLayoutSidebarRight } from "@tabler/icons-react";
import type { Command } from "../../commands/command";
import { focusDetails } from "../../session/details";

export const goToDetails: Command = {
  id: "goToDetails",
  rank: 130,
  name: "Go to the details",
  menuName: "Details …",
  icon: IconLayoutSidebarRight,
  keys: ["D"],
  // There Tab adds a step, and no other key would lead to the fields beside it.
  view: "flowchart",
  menus: [
    { of: "step", group: "show", rank: 1 },
    { of: "edge", group: "show", rank: 1 },
  ],
  run: focusDetails,
};
