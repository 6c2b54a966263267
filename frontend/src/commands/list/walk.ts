import { IconArrowsCross } from "@tabler/icons-react";
import { walkTowards } from "../../canvas/gestures/walking";
import type { Command } from "../command";

export const walk: Command = {
  id: "walk",
  name: "Walk along the edges",
  icon: IconArrowsCross,
  keys: ["ArrowDown", "ArrowUp", "ArrowLeft", "ArrowRight"],
  keysInWords: "Arrow keys",
  view: "flowchart",
  run: (editor, { keys = "ArrowDown" }) => walkTowards(editor, keys),
};
