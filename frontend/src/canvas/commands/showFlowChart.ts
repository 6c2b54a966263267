import { IconSitemap } from "@tabler/icons-react";
import type { Command } from "../../commands/command";

export const showFlowChart: Command = {
  id: "showFlowChart",
  rank: 280,
  name: "Show the flow chart",
  icon: IconSitemap,
  keys: [],
  when: (editor) => editor.view.get() !== "flowchart",
  run: (editor) => editor.view.set("flowchart"),
};
