/** What the model says of its fields, words and limits; `make types` makes the file from it. */
import type { components } from "../api/schema";
import described from "./fields.json";

type Schemas = components["schemas"];

/** What a value looks like: how it is read, written, typed in and shown. */
export type Form =
  | "version"
  | "id"
  | "line"
  | "text"
  | "url"
  | "stage"
  | "choice"
  | "duration"
  | "share"
  | "coordinate"
  | "group";

export type Group = keyof typeof described.groups;
export type WordList = keyof typeof described.words;

/** One field of a group, as backend/touchline/model/about.py describes it. */
export interface Field {
  readonly key: string;
  /** What it looks like, or what each of its entries does where it is a list. */
  readonly form: Form;
  readonly list?: true;
  readonly required?: true;
  /** What it is when it is absent. */
  readonly default?: string;
  /** The most characters of a text, or the most entries of a list. */
  readonly most?: number;
  /** What a text must look like, as a regular expression. */
  readonly pattern?: string;
  /** Of which words it is one. */
  readonly words?: WordList;
  /** Which group stands there. */
  readonly group?: Group;
  readonly what: string;
  /** What it is called on screens; absent where it is never shown by itself. */
  readonly label?: string;
  /** What it is called of one step, `{}` standing for the step's name. */
  readonly of?: string;
  readonly hint?: string;
  readonly placeholder?: string;
  /** What one of it is called. */
  readonly noun?: string;
}

/** One of a few words that a field may hold. */
export interface Word<T extends string = string> {
  readonly value: T;
  readonly label: string;
  readonly touch?: boolean;
}

// A JSON file widens what is one of a few texts to any text.
export const FIELDS = described.groups as Readonly<Record<Group, readonly Field[]>>;
export const WORDS = described.words as {
  readonly kind: readonly Word<Schemas["Kind"]>[];
  readonly channel: readonly Word<Schemas["Channel"]>[];
  readonly outcome: readonly Word<Schemas["Outcome"]>[];
  readonly days: readonly Word<Schemas["DayCount"]>[];
};
export const LIMITS = described.limits;
export const MEASURED_RULES: readonly string[] = described.measuredRules;

/** The field of a group under a key. */
export function fieldOf(group: Group, key: string): Field {
  const field = FIELDS[group].find((candidate) => candidate.key === key);
  if (field === undefined) throw new Error(`There is no field “${key}” of a ${group}.`);
  return field;
}

/** The fields of a group that are one plain value, and neither an id nor the id of something. */
export function plainFields(group: Group): Field[] {
  return FIELDS[group].filter(
    ({ form, list }) => !list && !["version", "id", "stage", "group"].includes(form),
  );
}

/** The fields of a group that are lists of what stands in a group, in the shared document. */
export function listFields(group: "step" | "edge"): Field[] {
  return FIELDS[group].filter(({ list }) => list);
}

/** What a word is called on screens: “White paper”, “Won”. */
export function labelOf(words: WordList, value: string): string {
  return WORDS[words].find((word) => word.value === value)?.label ?? value;
}
