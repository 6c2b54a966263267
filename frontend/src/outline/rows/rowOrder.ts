/** The order of the rows: as a deal runs through the steps, or by a column. */
import { durationMinutes, parseDuration } from "../../model/duration";
import { type Field, fieldOf, WORDS } from "../../model/fields";
import { runOrder } from "../../model/runOrder";
import type { Snapshot, Step } from "../../model/snapshot";
import type { CheckState } from "../../session/Checking";
import { cellText, outgoingOf, valueIn } from "../cells/cellText";
import { type ColumnKey, columnOf } from "../columns/columns";

/** By which column the rows stand; null is the order in which a deal runs through them. */
export type Sort = { readonly column: ColumnKey; readonly down: boolean } | null;

/** How many errors, warnings and missing details a step has. */
export type Counts = ReadonlyMap<
  string,
  { readonly error: number; readonly warning: number; readonly info: number }
>;

export function countsOf({ findingsOfStep }: Pick<CheckState, "findingsOfStep">): Counts {
  const counts = new Map<string, { error: number; warning: number; info: number }>();
  for (const [step, findings] of findingsOfStep) {
    const count = { error: 0, warning: 0, info: 0 };
    for (const { severity } of findings) count[severity] += 1;
    counts.set(step, count);
  }
  return counts;
}

/** What comes after a click on the head of a column: rising, falling, the deal's order again. */
export function nextSort(sort: Sort, column: ColumnKey): Sort {
  if (sort?.column !== column) return { column, down: false };
  return sort.down ? null : { column, down: true };
}

/**
 * The ids of the steps in their rows. Cells without anything come last, either way; rows that do
 * not differ stand as a deal runs through them. O(n log n).
 */
export function rowOrder(snapshot: Snapshot, sort: Sort, counts: Counts): string[] {
  const order = runOrder(snapshot);
  if (sort === null) return order;
  const keys = new Map(
    order.map((id) => [id, keyOf(snapshot, snapshot.steps.get(id), sort.column, counts)]),
  );
  const turn = sort.down ? -1 : 1;
  return order.sort((a, b) => {
    const [first, second] = [keys.get(a), keys.get(b)];
    if (first === undefined || second === undefined) {
      return Number(first === undefined) - Number(second === undefined);
    }
    return turn * compare(first, second);
  });
}

type Key = string | number;

const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

function compare(a: Key, b: Key): number {
  return typeof a === "number" && typeof b === "number"
    ? a - b
    : collator.compare(String(a), String(b));
}

/** What a row is sorted by; undefined for an empty cell. */
function keyOf(
  snapshot: Snapshot,
  step: Step | undefined,
  column: ColumnKey,
  counts: Counts,
): Key | undefined {
  if (step === undefined) return undefined;
  switch (column) {
    case "problems":
      return weightOf(counts, step.id);
    case "channel":
      return step.kind === "contact"
        ? rankOf(snapshot, step.channel, fieldOf("step", column))
        : undefined;
    case "stage":
      return indexOrNone(snapshot.stages.findIndex(({ id }) => id === step.stage));
    default: {
      const { field, text } = columnOf(column);
      if (field === undefined || !RANKED.includes(field.form)) {
        return cellText(snapshot, step, column) || undefined;
      }
      const here = text === "edges" ? outgoingOf(snapshot, step.id) : [step];
      return most(here.map((one) => rankOf(snapshot, valueIn(one, field), field)));
    }
  }
}

/** The forms that are sorted by what they mean rather than by how they are written. */
const RANKED: readonly Field["form"][] = ["choice", "duration", "share"];

/** The place of a value among those of its form: its length, its share, its word's turn. */
function rankOf(snapshot: Snapshot, value: unknown, { form, words }: Field): number | undefined {
  if (value === undefined || typeof value === "number") return value;
  if (form === "duration") return minutesOf(snapshot, String(value));
  return words && indexOrNone(WORDS[words].findIndex((word) => word.value === value));
}

/** The worst problems first: any error outweighs all warnings, any warning all missing detail. */
function weightOf(counts: Counts, id: string): number | undefined {
  const found = counts.get(id);
  if (found === undefined) return undefined;
  return -(found.error * 1e8 + found.warning * 1e4 + found.info);
}

function minutesOf({ settings }: Snapshot, text: string | undefined): number | undefined {
  const duration = text === undefined ? null : parseDuration(text);
  return duration === null ? undefined : durationMinutes(duration, settings.days);
}

function most(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
}

function indexOrNone(index: number): number | undefined {
  return index < 0 ? undefined : index;
}
