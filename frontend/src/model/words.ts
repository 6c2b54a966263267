/** The words for kinds and outcomes, as fields and headings say them. */
import type { Channel, Kind, Outcome, Step } from "./snapshot";
import { isTouch } from "./snapshot";

export const KIND_WORDS: Readonly<Record<Kind, string>> = {
  start: "Start",
  contact: "Contact",
  task: "Task",
  decision: "Decision",
  end: "End",
};

export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  won: "Won",
  lost: "Lost",
  nurture: "Nurture",
};

export function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** What a step is, in a word or three: “Touch · Case study”, “End · Won”, “Task”. */
export function sayKind(step: Pick<Step, "kind" | "channel" | "outcome">): string {
  const kind = isTouch(step) ? "Touch" : KIND_WORDS[step.kind];
  if (step.kind === "contact" && step.channel) return `${kind} · ${capitalised(step.channel)}`;
  if (step.kind === "end" && step.outcome) return `${kind} · ${OUTCOME_WORDS[step.outcome]}`;
  return kind;
}

/** What a new step is called until somebody names it: its channel, outcome or kind, with a capital. */
export function defaultStepName(kind: Kind, channel?: Channel, outcome?: Outcome): string {
  if (kind === "end" && outcome !== undefined) return OUTCOME_WORDS[outcome];
  if (kind === "contact" && channel !== undefined) return capitalised(channel);
  return KIND_WORDS[kind];
}
