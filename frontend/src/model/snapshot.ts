/** A process as the editor reads it: plain, frozen values, made from the shared document. */

import type { components } from "../api/schema";
import { fieldOf, MEASURED_RULES, WORDS, type Word } from "./fields";
import type { Ordered } from "./order";

type Schemas = components["schemas"];

export type Kind = Schemas["Kind"];
export type Outcome = Schemas["Outcome"];
export type Channel = Schemas["Channel"];
export type DayCount = Schemas["DayCount"];

const valuesOf = <T extends string>(words: readonly Word<T>[]) => words.map(({ value }) => value);

export const KINDS = valuesOf(WORDS.kind);
export const OUTCOMES = valuesOf(WORDS.outcome);
export const CHANNELS = valuesOf(WORDS.channel);
/** The channels that make a contact a touch. */
export const CONTENT_CHANNELS = valuesOf(WORDS.channel.filter(({ touch }) => touch));

/** What a touch carries until somebody says otherwise. */
export const NEW_TOUCH: Channel = "article";

/** One line of a checklist or of the exit criteria. */
export interface ListItem extends Ordered {
  readonly text: string;
}

/** Something to send or to work from. */
export type Asset = Ordered & Readonly<Schemas["Asset"]>;

/** Leave to break one rule, with the reason that every report shows, and where it ends. */
export type Waiver = Ordered & Readonly<Schemas["Waiver"]>;

/** The fields of a group that hold one plain value. */
type Plain<T> = { readonly [K in keyof T as NonNullable<T[K]> extends object ? never : K]: T[K] };

/** The fields of a group that are lists, each entry with its id and its place. */
type Lists<T> = {
  readonly [K in keyof T as NonNullable<T[K]> extends readonly unknown[]
    ? K
    : never]-?: NonNullable<T[K]> extends readonly (infer Entry)[]
    ? readonly (Entry extends string ? ListItem : Ordered & Readonly<Entry>)[]
    : never;
};

/** Whether the findings of a rule have a length, up to which leave to break it can go. */
export function isMeasured(rule: string): boolean {
  return MEASURED_RULES.includes(rule);
}

export interface Stage extends Ordered {
  readonly name: string;
}

/** A step as the model has it, with the id of its stage, never the stage's name. */
export interface Step extends Ordered, Plain<Schemas["Step"]>, Lists<Schemas["Step"]> {
  /** Where its top-left corner stands on the canvas, in pixels. */
  readonly x?: number;
  readonly y?: number;
}

export interface Edge extends Ordered, Plain<Schemas["Edge"]>, Lists<Schemas["Edge"]> {}

/** The plain fields of the process, none of which is absent that has a default. */
export type Settings = Omit<Plain<Schemas["Process"]>, "touchline" | keyof Defaults> & Defaults;

interface Defaults {
  readonly days: DayCount;
  readonly max_gap: string;
  readonly warn_gap: string;
}

/** The whole process; parts that did not change keep their identity from one snapshot to the next. */
export interface Snapshot {
  readonly settings: Settings;
  readonly stages: readonly Stage[];
  readonly steps: ReadonlyMap<string, Step>;
  /** The ids of the steps in their order. */
  readonly stepIds: readonly string[];
  readonly edges: ReadonlyMap<string, Edge>;
  /** The ids of the edges out of each step, and into it. */
  readonly outgoing: ReadonlyMap<string, readonly string[]>;
  readonly incoming: ReadonlyMap<string, readonly string[]>;
}

export const DEFAULT_SETTINGS: Settings = {
  name: "Untitled process",
  days: defaultOf("days") as DayCount,
  max_gap: defaultOf("max_gap"),
  warn_gap: defaultOf("warn_gap"),
};

function defaultOf(setting: keyof Defaults): string {
  return fieldOf("process", setting).default ?? "";
}

export function isContentChannel(channel: Channel | undefined): boolean {
  return channel !== undefined && CONTENT_CHANNELS.includes(channel);
}

/** Whether a step is a contact that carries content. */
export function isTouch(step: Pick<Step, "kind" | "channel">): boolean {
  return step.kind === "contact" && isContentChannel(step.channel);
}

/** Whether a step ends a silence: a contact, or a start, where the prospect has just turned up. */
export function endsSilence(step: Pick<Step, "kind">): boolean {
  return step.kind === "contact" || step.kind === "start";
}

/** Whether nothing is joined yet: what such a process lacks is still to come, and no mistake. */
export function isJustBegun({ edges }: Snapshot): boolean {
  return edges.size === 0;
}

/** An edge by what it joins (`from to`), as findings and silences name it. */
export function pairOf({ from, to }: { readonly from: string; readonly to: string }): string {
  return `${from} ${to}`;
}
