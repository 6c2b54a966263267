/** The words for what a step is, as fields and headings say them. */
import { labelOf } from "./fields";
import type { Channel, Kind, Outcome, Step } from "./snapshot";
import { isTouch } from "./snapshot";

export function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** What a step is, in a word or three: “Touch · Case study”, “End · Won”, “Task”. */
export function sayKind(step: Pick<Step, "kind" | "channel" | "outcome">): string {
  const kind = isTouch(step) ? "Touch" : labelOf("kind", step.kind);
  if (step.kind === "contact" && step.channel) {
    return `${kind} · ${labelOf("channel", step.channel)}`;
  }
  if (step.kind === "end" && step.outcome) return `${kind} · ${labelOf("outcome", step.outcome)}`;
  return kind;
}

/** What a new step is called until somebody names it: its channel, outcome or kind, with a capital. */
export function defaultStepName(kind: Kind, channel?: Channel, outcome?: Outcome): string {
  if (kind === "end" && outcome !== undefined) return labelOf("outcome", outcome);
  if (kind === "contact" && channel !== undefined) return labelOf("channel", channel);
  return labelOf("kind", kind);
}
