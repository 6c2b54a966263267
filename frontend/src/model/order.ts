/** Order keys (fractional indexing): whatever has an order holds a key between its neighbours'. */
import { generateKeyBetween, generateNKeysBetween } from "fractional-indexing";

export interface Ordered {
  readonly id: string;
  readonly order: string;
}

/** Compares by order key, ties by id, in the order of code points as on the server. */
export function byOrder(a: Ordered, b: Ordered): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** A key after all of these; keys that are not well-formed are passed over. */
export function keyAfterAll(keys: Iterable<string>): string {
  let last: string | null = null;
  for (const key of keys) {
    if ((last === null || key > last) && isOrderKey(key)) last = key;
  }
  return generateKeyBetween(last, null);
}

/**
 * The keys to change so that the items stand in the order given: the longest run that is in order
 * already keeps its keys, and only the rest get new ones. O(n log n).
 */
export function keysInOrder(items: readonly Ordered[]): ReadonlyMap<string, string> {
  const kept = longestRisingRun(items);
  const changed = new Map<string, string>();
  let position = 0;
  let before: string | null = null;
  for (const index of [...kept, items.length]) {
    const after: string | null = items[index]?.order ?? null;
    const between = items.slice(position, index);
    const keys = generateNKeysBetween(before, after, between.length);
    between.forEach((item, offset) => {
      const key = keys[offset];
      if (key !== undefined) changed.set(item.id, key);
    });
    before = after;
    position = index + 1;
  }
  return changed;
}

/** The items with one moved to stand at an index among the others. */
export function withMoved<T extends Ordered>(items: readonly T[], id: string, to: number): T[] {
  const moved = items.find((item) => item.id === id);
  if (moved === undefined) return [...items];
  const rest = items.filter((item) => item.id !== id);
  return [...rest.slice(0, to), moved, ...rest.slice(to)];
}

/** The indices of a longest run of items whose keys are well-formed and strictly rising. */
function longestRisingRun(items: readonly Ordered[]): number[] {
  const tails: number[] = [];
  const previous = new Array<number>(items.length).fill(-1);
  items.forEach((item, index) => {
    if (!isOrderKey(item.order)) return;
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const tail = items[tails[middle] ?? -1];
      if (tail !== undefined && tail.order < item.order) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? (tails[low - 1] ?? -1) : -1;
    tails[low] = index;
  });
  const run: number[] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) run.push(at);
  return run.reverse();
}

/** Whether the library takes it as a key; it offers no test of its own but to try. */
function isOrderKey(key: string): boolean {
  try {
    generateKeyBetween(key, null);
    return true;
  } catch {
    return false;
  }
}
