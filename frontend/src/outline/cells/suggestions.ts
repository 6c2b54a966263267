/** What a cell offers while somebody types in it. */
import { WORDS, type WordList } from "../../model/fields";
import type { Snapshot, Step } from "../../model/snapshot";
import { type ColumnKey, columnOf } from "../columns/columns";
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
    case "channel":
      return step.kind === "contact" ? labels("channel") : [];
    case "outcome":
      return step.kind === "end" ? labels("outcome") : [];
    case "stage":
      return snapshot.stages.map(({ name }) => oneLine(name));
    case "owner":
      return ownersOf(snapshot);
    case "next":
      return snapshot.stepIds.flatMap((id) => {
        const other = snapshot.steps.get(id);
        return other === undefined || id === step.id ? [] : [oneLine(other.name)];
      });
    default: {
      const words = columnOf(column).field?.words;
      return words === undefined ? [] : labels(words);
    }
  }
}

function labels(words: WordList): string[] {
  return WORDS[words].map(({ label }) => label);
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
