/** What a cell offers while somebody types in it. */
import { CHANNELS, KINDS, OUTCOMES, type Snapshot, type Step } from "../../model/snapshot";
import { capitalised, KIND_WORDS, OUTCOME_WORDS } from "../../model/words";
import type { ColumnKey } from "../columns/columns";
import { oneLine } from "./cellText";
import { simple } from "./readText";

export interface Suggestion {
  readonly text: string;
  /** What it would add to the process, where it is nothing that is there yet. */
  readonly adds?: "stage" | "step";
}

/** How many are shown at most; more are found by typing on. */
const MOST_SHOWN = 40;

/** What a cell of a step may hold; for the next steps, one line of it. */
export function choicesFor(snapshot: Snapshot, step: Step, column: ColumnKey): string[] {
  switch (column) {
    case "kind":
      return KINDS.map((kind) => KIND_WORDS[kind]);
    case "channel":
      return step.kind === "contact" ? CHANNELS.map(capitalised) : [];
    case "outcome":
      return step.kind === "end" ? OUTCOMES.map((outcome) => OUTCOME_WORDS[outcome]) : [];
    case "stage":
      return snapshot.stages.map(({ name }) => oneLine(name));
    case "owner":
      return ownersOf(snapshot);
    case "next":
      return snapshot.stepIds.flatMap((id) => {
        const other = snapshot.steps.get(id);
        return other === undefined || id === step.id ? [] : [oneLine(other.name)];
      });
    default:
      return [];
  }
}

/** The choices that have every typed word, those that begin so first; a new one at the end. */
export function suggestionsFor(
  choices: readonly string[],
  typed: string,
  column: ColumnKey,
): Suggestion[] {
  const words = simple(typed).split(" ").filter(Boolean);
  const found = [...new Set(choices)].filter(
    (choice) =>
      words.every((word) => simple(choice).includes(word)) &&
      // What is being typed is in the process already, and is no suggestion to itself.
      (column !== "owner" || choice !== typed),
  );
  const begins = (choice: string) => simple(choice).startsWith(simple(typed));
  const sorted = [...found.filter(begins), ...found.filter((choice) => !begins(choice))];
  const shown: Suggestion[] = sorted.slice(0, MOST_SHOWN).map((text) => ({ text }));
  const isNew = words.length > 0 && !choices.some((choice) => simple(choice) === simple(typed));
  const adds = column === "stage" ? "stage" : column === "next" ? "step" : undefined;
  return isNew && adds !== undefined ? [...shown, { text: oneLine(typed), adds }] : shown;
}

/** The owners of the steps, those of the most steps first. */
function ownersOf({ steps }: Snapshot): string[] {
  const counts = new Map<string, number>();
  for (const { owner } of steps.values()) {
    const name = owner === undefined ? "" : oneLine(owner);
    if (name !== "") counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([name]) => name);
}
