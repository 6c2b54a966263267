/**
 * Reads the values of a shared document. Documents merge without anyone looking, so what does not
 * parse is treated as absent, as on the server.
 */
import * as Y from "yjs";
import { canonicalDuration, parseDuration } from "../model/duration";
import {
  FIELDS,
  type Field,
  fieldOf,
  type Group,
  LIMITS,
  listFields,
  plainFields,
  WORDS,
} from "../model/fields";
import { byOrder, type Ordered } from "../model/order";
import {
  DEFAULT_SETTINGS,
  type Edge,
  isMeasured,
  type Settings,
  type Stage,
  type Step,
} from "../model/snapshot";

export type SharedMap = Y.Map<unknown>;

const STEP_ID = new RegExp(fieldOf("step", "id").pattern ?? "");

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is kept out, as on the server.
const WEB_ADDRESS = /^(?:https?:\/\/|mailto:)[^\x00-\x20\x7f]*$/i;

/** Whether an address is one that a process may hold: http, https or mailto. */
export function isWebAddress(url: string): boolean {
  return url.length <= LIMITS.MAX_NAME && WEB_ADDRESS.test(url);
}

export function readSettings(map: SharedMap): Settings {
  const settings: Values = { ...DEFAULT_SETTINGS };
  takePlain(settings, "process", map);
  // The longest silence allowed is not none at all.
  if (isNothing(String(settings.max_gap))) settings.max_gap = DEFAULT_SETTINGS.max_gap;
  return settings as unknown as Settings;
}

export function readStages(stages: SharedMap): Stage[] {
  return readItems(stages, (map, base) => {
    const name = text(map, "name");
    return name === undefined ? null : { ...base, name };
  }).slice(0, LIMITS.MAX_STAGES);
}

/** A step, its lists those of `previous` where they did not change; null when it is no map. */
export function readStep(id: string, value: unknown, previous?: Step): Step | null {
  if (!isMap(value) || id.length > LIMITS.MAX_ID || !STEP_ID.test(id)) return null;
  const step: Values = { id, order: text(value, "order") ?? "" };
  takePlain(step, "step", value);
  step.name ??= id;
  step.kind ??= "task";
  // Two windows can leave an outcome on what is no end; the server refuses that.
  if (step.kind !== "end") delete step.outcome;
  const stage = text(value, "stage");
  if (stage !== undefined) step.stage = stage;
  takePlain(step, "position", value);
  takeLists(step, "step", value, previous);
  // Its keys are those of the model, from which the type is made as well.
  return step as unknown as Step;
}

/** An edge, or null when it does not say what it joins. */
export function readEdge(id: string, value: unknown, previous?: Edge): Edge | null {
  if (!isMap(value)) return null;
  const from = text(value, "from");
  const to = text(value, "to");
  if (from === undefined || to === undefined) return null;
  const edge: Values = { id, order: text(value, "order") ?? "", from, to };
  takePlain(edge, "edge", value);
  takeLists(edge, "edge", value, previous);
  return edge as unknown as Edge;
}

/** A group while it is being read: one object, since reading is what every edit waits for. */
type Values = Record<string, unknown>;

type Read = (map: SharedMap, field: Field) => unknown;

/** What reads the values of each form; one that does not parse is absent. */
const READERS: Readonly<Partial<Record<Field["form"], Read>>> = {
  line: (map, { key, most }) => text(map, key, most),
  text: (map, { key, most }) => text(map, key, most),
  url: (map, { key }) => {
    const url = text(map, key);
    return url !== undefined && isWebAddress(url) ? url : undefined;
  },
  choice: (map, { key, words }) =>
    words && WORDS[words].find(({ value }) => value === map.get(key))?.value,
  duration: (map, { key }) => duration(map, key),
  share: (map, { key }) => {
    const share = number(map, key);
    return share !== undefined && share >= 0 && share <= 1 ? share : undefined;
  },
  coordinate: (map, { key }) => {
    const place = number(map, key);
    return place !== undefined && Math.abs(place) <= LIMITS.MAX_COORDINATE ? place : undefined;
  },
};

const readersOf = (group: Group) =>
  plainFields(group).flatMap((field) => {
    const read = READERS[field.form];
    return read === undefined ? [] : [{ field, read }];
  });
const PLAIN: Readonly<Record<Group, ReturnType<typeof readersOf>>> = {
  process: readersOf("process"),
  step: readersOf("step"),
  edge: readersOf("edge"),
  asset: readersOf("asset"),
  waiver: readersOf("waiver"),
  position: readersOf("position"),
};
const LISTS = { step: listFields("step"), edge: listFields("edge") };

/** Takes over the plain fields of a group that say something. */
function takePlain(values: Values, group: Group, map: SharedMap): void {
  for (const { field, read } of PLAIN[group]) {
    const value = read(map, field);
    if (value !== undefined) values[field.key] = value;
  }
}

/** Takes over the lists of a step or an edge, each that of `previous` where it says the same. */
function takeLists(
  values: Values,
  group: "step" | "edge",
  map: SharedMap,
  previous: Step | Edge | undefined,
): void {
  const before = previous as unknown as Readonly<Record<string, readonly Ordered[]>> | undefined;
  for (const field of LISTS[group]) {
    values[field.key] = kept(before?.[field.key], readEntries(field, map.get(field.key)));
  }
}

/** The entries of a list; those that lack what they need are left out. */
function readEntries({ group, most }: Field, value: unknown): Ordered[] {
  return readItems(value, (map, base) => {
    if (group === undefined) {
      const line = text(map, "text");
      return line === undefined ? null : { ...base, text: line };
    }
    const fields: Values = {};
    takePlain(fields, group, map);
    if (FIELDS[group].some(({ key, required }) => required && !(key in fields))) return null;
    // The server refuses an end where there is no length.
    if (group === "waiver" && !isMeasured(String(fields.rule).trim())) delete fields.up_to;
    return { ...base, ...fields };
  }).slice(0, most);
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
function text(map: SharedMap, key: string, most = LIMITS.MAX_NAME): string | undefined {
  const value = map.get(key);
  if (typeof value !== "string" || value.trim() === "" || value.includes("\0")) return undefined;
  // Not in the middle of a character that takes two units.
  return value.length <= most ? value : value.slice(0, most).replace(/[\ud800-\udbff]$/, "");
}

function number(map: SharedMap, key: string): number | undefined {
  const value = map.get(key);
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

function isNothing(text: string): boolean {
  const found = parseDuration(text);
  return found !== null && found.minutes === 0 && found.weeks === 0;
}

function duration(map: SharedMap, key: string): string | undefined {
  const value = map.get(key);
  return typeof value === "string" ? (canonicalDuration(value) ?? undefined) : undefined;
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
