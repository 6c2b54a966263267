/**
 * Reads the values of a shared document. Documents merge without anyone looking, so what does not
 * parse is treated as absent, as on the server.
 */
import * as Y from "yjs";
import { canonicalDuration, parseDuration } from "../model/duration";
import { byOrder, type Ordered } from "../model/order";
import {
  type Asset,
  CHANNELS,
  DAY_COUNTS,
  DEFAULT_SETTINGS,
  type Edge,
  isMeasured,
  KINDS,
  type ListItem,
  OUTCOMES,
  type Settings,
  type Stage,
  type Step,
  type Waiver,
} from "../model/snapshot";

export type SharedMap = Y.Map<unknown>;

/** As in the server's limits.py: what is longer, farther or more is cut or absent on both sides. */
const MAX_NAME = 10_000;
const MAX_TEXT = 50_000;
const MAX_ID = 100;
const MAX_LIST_ITEMS = 200;
const MAX_STAGES = 200;
const MAX_COORDINATE = 1_000_000;
const STEP_ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

const WEB_ADDRESS = /^(?:https?:\/\/|mailto:)[^\s\p{Cc}]*$/iu;

/** Whether an address is one that a process may hold: http, https or mailto. */
export function isWebAddress(url: string): boolean {
  return url.length <= MAX_NAME && WEB_ADDRESS.test(url);
}

export function readSettings(map: SharedMap): Settings {
  return {
    name: text(map, "name") ?? DEFAULT_SETTINGS.name,
    ...present("description", text(map, "description", MAX_TEXT)),
    days: oneOf(map, "days", DAY_COUNTS) ?? DEFAULT_SETTINGS.days,
    max_gap: limit(map) ?? DEFAULT_SETTINGS.max_gap,
    warn_gap: duration(map, "warn_gap") ?? DEFAULT_SETTINGS.warn_gap,
  };
}

export function readStages(stages: SharedMap): Stage[] {
  return readItems(stages, (map, base) => {
    const name = text(map, "name");
    return name === undefined ? null : { ...base, name };
  }).slice(0, MAX_STAGES);
}

/** A step, its lists those of `previous` where they did not change; null when it is no map. */
export function readStep(id: string, value: unknown, previous?: Step): Step | null {
  if (!isMap(value) || id.length > MAX_ID || !STEP_ID.test(id)) return null;
  const kind = oneOf(value, "kind", KINDS) ?? "task";
  return {
    id,
    order: text(value, "order") ?? "",
    name: text(value, "name") ?? id,
    kind,
    ...present("channel", oneOf(value, "channel", CHANNELS)),
    // Two windows can leave an outcome on what is no end; the server refuses that.
    ...present("outcome", kind === "end" ? oneOf(value, "outcome", OUTCOMES) : undefined),
    ...present("stage", text(value, "stage")),
    ...present("owner", text(value, "owner")),
    ...present("purpose", text(value, "purpose", MAX_TEXT)),
    ...present("prospect_gain", text(value, "prospect_gain", MAX_TEXT)),
    ...present("duration", duration(value, "duration")),
    ...present("notes", text(value, "notes", MAX_TEXT)),
    ...present("x", coordinate(value, "x")),
    ...present("y", coordinate(value, "y")),
    checklist: kept(previous?.checklist, readLines(value.get("checklist"))),
    exit_criteria: kept(previous?.exit_criteria, readLines(value.get("exit_criteria"))),
    assets: kept(previous?.assets, readAssets(value.get("assets"))),
    allow: kept(previous?.allow, readWaivers(value.get("allow"))),
  };
}

/** An edge, or null when it does not say what it joins. */
export function readEdge(id: string, value: unknown, previous?: Edge): Edge | null {
  if (!isMap(value)) return null;
  const from = text(value, "from");
  const to = text(value, "to");
  if (from === undefined || to === undefined) return null;
  const share = number(value, "share");
  return {
    id,
    order: text(value, "order") ?? "",
    from,
    to,
    ...present("max_wait", duration(value, "max_wait")),
    ...present("when", text(value, "when")),
    ...present("share", share !== undefined && share >= 0 && share <= 1 ? share : undefined),
    allow: kept(previous?.allow, readWaivers(value.get("allow"))),
  };
}

function readLines(value: unknown): ListItem[] {
  return readItems(value, (map, base) => {
    const line = text(map, "text");
    return line === undefined ? null : { ...base, text: line };
  }).slice(0, MAX_LIST_ITEMS);
}

function readAssets(value: unknown): Asset[] {
  return readItems(value, (map, base) => {
    const name = text(map, "name");
    const url = text(map, "url");
    if (name === undefined) return null;
    return { ...base, name, ...present("url", url && isWebAddress(url) ? url : undefined) };
  }).slice(0, MAX_LIST_ITEMS);
}

function readWaivers(value: unknown): Waiver[] {
  return readItems(value, (map, base) => {
    const rule = text(map, "rule");
    const reason = text(map, "reason");
    if (rule === undefined || reason === undefined) return null;
    // The server refuses an end where there is no length.
    const upTo = isMeasured(rule.trim()) ? duration(map, "up_to") : undefined;
    return { ...base, rule, reason, ...present("up_to", upTo) };
  }).slice(0, MAX_LIST_ITEMS);
}

function readItems<T extends Ordered>(
  value: unknown,
  read: (map: SharedMap, base: Ordered) => T | null,
): T[] {
  if (!isMap(value)) return [];
  const items: T[] = [];
  value.forEach((entry, id) => {
    const item = isMap(entry) ? read(entry, { id, order: text(entry, "order") ?? "" }) : null;
    if (item !== null) items.push(item);
  });
  return items.sort(byOrder);
}

/** Text that says something, as it was typed, cut at the limit. */
function text(map: SharedMap, key: string, most = MAX_NAME): string | undefined {
  const value = map.get(key);
  if (typeof value !== "string" || value.trim() === "" || value.includes("\0")) return undefined;
  // Not in the middle of a character that takes two units.
  return value.length <= most ? value : value.slice(0, most).replace(/[\ud800-\udbff]$/, "");
}

function number(map: SharedMap, key: string): number | undefined {
  const value = map.get(key);
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

/** A place on one axis of the canvas, in pixels. */
function coordinate(map: SharedMap, key: string): number | undefined {
  const value = number(map, key);
  return value !== undefined && Math.abs(value) <= MAX_COORDINATE ? value : undefined;
}

/** The longest silence allowed, which is not none at all. */
function limit(map: SharedMap): string | undefined {
  const found = duration(map, "max_gap");
  return found === undefined || isNothing(found) ? undefined : found;
}

function isNothing(text: string): boolean {
  const found = parseDuration(text);
  return found !== null && found.minutes === 0 && found.weeks === 0;
}

function duration(map: SharedMap, key: string): string | undefined {
  const value = map.get(key);
  return typeof value === "string" ? (canonicalDuration(value) ?? undefined) : undefined;
}

function oneOf<T extends string>(map: SharedMap, key: string, all: readonly T[]): T | undefined {
  const value = map.get(key);
  return all.find((candidate) => candidate === value);
}

/** A property that is left out when it has no value. */
function present<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: V };
}

export function isMap(value: unknown): value is SharedMap {
  return value instanceof Y.Map;
}

/** The previous list when the next says the same, so that nothing draws it again. */
function kept<T extends object>(
  previous: readonly T[] | undefined,
  next: readonly T[],
): readonly T[] {
  if (previous === undefined || previous.length !== next.length) return next;
  return next.every((item, index) => sameFields(item, previous[index])) ? previous : next;
}

function sameFields(a: object, b: object | undefined): boolean {
  if (b === undefined) return false;
  const entries = Object.entries(a);
  const other = b as Readonly<Record<string, unknown>>;
  return (
    entries.length === Object.keys(b).length &&
    entries.every(([key, value]) => other[key] === value)
  );
}
