/** Writes plain values into shared maps; only what differs, so that a merge has little to settle. */
import * as Y from "yjs";
import type { Asset, Edge, ListItem, Step, Waiver } from "../model/snapshot";
import { isMap, type SharedMap } from "./read";

/** The lists of a step, each a map from an item's id to the item. */
export const STEP_LISTS = ["checklist", "exit_criteria", "assets", "allow"] as const;
export type StepList = (typeof STEP_LISTS)[number];

/** The fields of a step that hold one plain value. */
export type StepField = Exclude<keyof Step, "id" | StepList>;
/** The fields of an edge that hold one plain value. */
export type EdgeField = Exclude<keyof Edge, "id" | "allow">;

/** What the entries of each list hold besides their id and order. */
export interface ListFields {
  checklist: Omit<ListItem, "id" | "order">;
  exit_criteria: Omit<ListItem, "id" | "order">;
  assets: Omit<Asset, "id" | "order">;
  allow: Omit<Waiver, "id" | "order">;
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

/** A new edge with its list of waivers. */
export function edgeMap(values: Readonly<Record<string, unknown>>): SharedMap {
  const map = mapOf(values);
  map.set("allow", new Y.Map());
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
