/** What a step looks like, by kind, content and outcome. */
import { isTouch, type Step } from "../model/snapshot";
import type { Look } from "./tokens";

/** The look of a step; an end without an outcome looks like a start, neutral. */
export function lookOf(step: Pick<Step, "kind" | "channel" | "outcome">): Look {
  if (step.kind === "end") return step.outcome ?? "start";
  return isTouch(step) ? "touch" : step.kind;
}
