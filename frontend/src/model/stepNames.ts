/** What a new step is called until somebody names it. */
import type { Channel, Kind, Outcome } from "./snapshot";

const BY_KIND: Readonly<Record<Kind, string>> = {
  start: "Start",
  contact: "Contact",
  task: "Task",
  decision: "Decision",
  end: "End",
};

const BY_OUTCOME: Readonly<Record<Outcome, string>> = {
  won: "Won",
  lost: "Lost",
  nurture: "Nurture",
};

/** The first words of a step: its channel, outcome or kind, with a capital. */
export function defaultStepName(kind: Kind, channel?: Channel, outcome?: Outcome): string {
  if (kind === "end" && outcome !== undefined) return BY_OUTCOME[outcome];
  if (kind === "contact" && channel !== undefined) {
    return `${channel.charAt(0).toUpperCase()}${channel.slice(1)}`;
  }
  return BY_KIND[kind];
}
