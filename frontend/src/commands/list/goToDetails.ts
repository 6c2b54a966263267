import { IconLayoutSidebarRight } from "@tabler/icons-react";
import { focusDetails } from "../../screen/topbar/DetailsSwitch";
import type { Command } from "../command";

export const goToDetails: Command = {
  id: "goToDetails",
  name: "Go to the details",
  menuName: "Details …",
  icon: IconLayoutSidebarRight,
  keys: ["D"],
  // There Tab adds a step, and no other key would lead to the fields beside it.
  view: "flowchart",
  run: focusDetails,
};
