import { IconArrowsCross } from "@tabler/icons-react";
import type { Command } from "../../commands/command";
import { walkTowards } from "../gestures/walking";

export const walk: Command = {
  id: "walk",
  rank: 220,
  name: "Walk along the edges",
  icon: IconArrowsCross,
  keys: ["ArrowDown", "ArrowUp", "ArrowLeft", "ArrowRight"],
  keysInWords: "Arrow keys",
  view: "flowchart",
  run: (editor, { keys = "ArrowDown" }) => walkTowards(editor, keys),
};
