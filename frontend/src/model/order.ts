/** Order keys (fractional indexing): whatever has an order holds a key between its neighbours'. */
import { generateKeyBetween, generateNKeysBetween } from "fractional-indexing";

export interface Ordered {
  readonly id: string;
  readonly order: string;
}

/** Compares by order key, ties by id, in the order of code points as on the server. */
export function byOrder(a: Ordered, b: Ordered): number {
  return byCodePoints(a.order, b.order) || byCodePoints(a.id, b.id);
}

const SURROGATE = /[\ud800-\udfff]/;

/** Compares by code points; JavaScript's own order is that of UTF-16, with 😀 before \uffee. */
function byCodePoints(a: string, b: string): number {
  if (a === b) return 0;
  if (!SURROGATE.test(a) && !SURROGATE.test(b)) return a < b ? -1 : 1;
  const left = Array.from(a, codePoint);
  const right = Array.from(b, codePoint);
  const at = left.findIndex((point, index) => point !== right[index]);
  // Of two where one begins with the other, the shorter comes first.
  return at < 0 || (right[at] ?? -1) > (left[at] ?? -1) ? -1 : 1;
}

function codePoint(character: string): number {
  return character.codePointAt(0) ?? 0;
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
  const keys = keysFor(items.map(({ order }) => order));
  const changed = new Map<string, string>();
  items.forEach(({ id, order }, index) => {
    const key = keys[index];
    if (key !== undefined && key !== order) changed.set(id, key);
  });
  return changed;
}

/** A key for every item, given the key that each has now (null: new), as on the server. */
export function keysFor(present: readonly (string | null)[]): string[] {
  const kept = longestRisingRun(present);
  const keys: string[] = [];
  let before: string | null = null;
  try {
    for (const index of [...kept, present.length]) {
      const after: string | null = present[index] ?? null;
      keys.push(...generateNKeysBetween(before, after, index - keys.length));
      if (after !== null) keys.push(after);
      before = after;
    }
    return keys;
  } catch {
    // Only keys that nobody makes by moving items leave no room beside them.
    return generateNKeysBetween(null, null, present.length);
  }
}

/** The items with one moved to stand at an index among the others. */
export function withMoved<T extends Ordered>(items: readonly T[], id: string, to: number): T[] {
  const moved = items.find((item) => item.id === id);
  if (moved === undefined) return [...items];
  const rest = items.filter((item) => item.id !== id);
  return [...rest.slice(0, to), moved, ...rest.slice(to)];
}

/** The indices of a longest run of keys that are well-formed and strictly rising. */
function longestRisingRun(keys: readonly (string | null)[]): number[] {
  const tails: number[] = [];
  const previous = new Array<number>(keys.length).fill(-1);
  keys.forEach((key, index) => {
    if (key === null || !isOrderKey(key)) return;
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const tail = keys[tails[middle] ?? -1] ?? null;
      if (tail !== null && tail < key) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? (tails[low - 1] ?? -1) : -1;
    tails[low] = index;
  });
  const run: number[] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) run.push(at);
  return run.reverse();
}

/** What a key may look like: longer ones are not made by moving items. */
const KEY = /^[A-Za-z][0-9A-Za-z]{0,199}$/;

/** Whether the library takes it as a key; it offers no test of its own but to try. */
function isOrderKey(key: string): boolean {
  if (!KEY.test(key)) return false;
  try {
    generateKeyBetween(key, null);
    return true;
  } catch {
    return false;
  }
}
