/** Writes plain values into shared maps; only what differs, so that a merge has little to settle. */
import * as Y from "yjs";
import { listFields } from "../model/fields";
import type { Edge, ListItem, Step } from "../model/snapshot";
import { isMap, type SharedMap } from "./read";

/** The lists of a step, each a map from an item's id to the item. */
export type StepList = keyof {
  [K in keyof Step as Step[K] extends readonly object[] ? K : never]: Step[K];
};
// The fields of the model, from which the type is made as well.
export const STEP_LISTS = listFields("step").map(({ key }) => key) as readonly StepList[];
export type EdgeList = keyof {
  [K in keyof Edge as Edge[K] extends readonly object[] ? K : never]: Edge[K];
};
export const EDGE_LISTS = listFields("edge").map(({ key }) => key) as readonly EdgeList[];

/** The lists of a step whose entries are lines of text. */
export type LinesOfStep = {
  [L in StepList]: Step[L] extends readonly ListItem[] ? L : never;
}[StepList];

/** The fields of a step that hold one plain value. */
export type StepField = Exclude<keyof Step, "id" | StepList>;
/** The fields of an edge that hold one plain value. */
export type EdgeField = Exclude<keyof Edge, "id" | EdgeList>;

/** What the entries of each list hold besides their id and order. */
export type ListFields = { [L in StepList]: Omit<Step[L][number], "id" | "order"> };

/** What a list as JSON has it puts into the document, a line as its text. */
export function entriesOf(
  list: readonly unknown[] | undefined,
): Readonly<Record<string, unknown>>[] {
  return (list ?? []).map((entry) =>
    typeof entry === "string" ? { text: entry } : { ...(entry as object) },
  );
}

/** Sets one key, or takes it away when the value is absent; true when that changed anything. */
export function setKey(map: SharedMap, key: string, value: unknown): boolean {
  if (value === undefined) {
    if (!map.has(key)) return false;
    map.delete(key);
    return true;
  }
  if (map.get(key) === value) return false;
  map.set(key, value);
  return true;
}

/** Makes the plain keys of a map be these, leaving the maps in it alone. */
export function setKeys(map: SharedMap, values: Readonly<Record<string, unknown>>): void {
  for (const [key, value] of Object.entries(values)) setKey(map, key, value);
}

/** A new map with these plain values, the absent ones left out. */
export function mapOf(values: Readonly<Record<string, unknown>>): SharedMap {
  const map: SharedMap = new Y.Map();
  for (const [key, value] of Object.entries(values)) {
    if (value !== undefined) map.set(key, value);
  }
  return map;
}

/** A new step with its lists, empty ones too, so that no two windows ever make the same list. */
export function stepMap(values: Readonly<Record<string, unknown>>): SharedMap {
  const map = mapOf(values);
  for (const list of STEP_LISTS) map.set(list, new Y.Map());
  return map;
}

/** A new edge with its lists. */
export function edgeMap(values: Readonly<Record<string, unknown>>): SharedMap {
  const map = mapOf(values);
  for (const list of EDGE_LISTS) map.set(list, new Y.Map());
  return map;
}

/** The map under a key, made when it is not there. */
export function subMap(map: SharedMap, key: string): SharedMap {
  const existing = map.get(key);
  if (isMap(existing)) return existing;
  const made: SharedMap = new Y.Map();
  map.set(key, made);
  return made;
}

/** The map of an entry, or null when there is no such entry. */
export function entryOf(map: SharedMap, id: string): SharedMap | null {
  const entry = map.get(id);
  return isMap(entry) ? entry : null;
}
