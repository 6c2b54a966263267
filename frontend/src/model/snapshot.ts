/** A process as the editor reads it: plain, frozen values, made from the shared document. */

export const KINDS = ["start", "contact", "task", "decision", "end"] as const;
export type Kind = (typeof KINDS)[number];

export const OUTCOMES = ["won", "lost", "nurture"] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const CONTENT_CHANNELS = [
  "article",
  "recap",
  "white paper",
  "case study",
  "blog post",
  "podcast",
] as const;

/** What a touch carries until somebody says otherwise. */
export const NEW_TOUCH = "article" satisfies (typeof CONTENT_CHANNELS)[number];

export const CHANNELS = [
  "call",
  "meeting",
  "video call",
  "email",
  "text",
  "letter",
  "social",
  "event",
  "demo",
  "proposal",
  ...CONTENT_CHANNELS,
] as const;
export type Channel = (typeof CHANNELS)[number];

export const DAY_COUNTS = ["calendar", "business"] as const;
export type DayCount = (typeof DAY_COUNTS)[number];

/** One line of a checklist or of the exit criteria. */
export interface ListItem {
  readonly id: string;
  readonly order: string;
  readonly text: string;
}

/** Something to send or to work from. */
export interface Asset {
  readonly id: string;
  readonly order: string;
  readonly name: string;
  readonly url?: string;
}

/** Leave to break one rule, with the reason that every report shows. */
export interface Waiver {
  readonly id: string;
  readonly order: string;
  readonly rule: string;
  readonly reason: string;
  /** The longest silence for which it holds; absent where it has no end. */
  readonly up_to?: string;
}

/** Whether the findings of a rule have a length, up to which leave to break it can go. */
export function isMeasured(rule: string): boolean {
  return rule === "gap" || rule === "gap-near-limit";
}

export interface Stage {
  readonly id: string;
  readonly order: string;
  readonly name: string;
}

export interface Step {
  readonly id: string;
  readonly order: string;
  readonly name: string;
  readonly kind: Kind;
  readonly channel?: Channel;
  readonly outcome?: Outcome;
  /** The id of its stage, never the stage's name. */
  readonly stage?: string;
  readonly owner?: string;
  readonly purpose?: string;
  readonly prospect_gain?: string;
  /** A duration in its canonical spelling, as are all durations of a document. */
  readonly duration?: string;
  readonly notes?: string;
  /** Where its top-left corner stands on the canvas, in pixels. */
  readonly x?: number;
  readonly y?: number;
  readonly checklist: readonly ListItem[];
  readonly exit_criteria: readonly ListItem[];
  readonly assets: readonly Asset[];
  readonly allow: readonly Waiver[];
}

export interface Edge {
  readonly id: string;
  readonly order: string;
  readonly from: string;
  readonly to: string;
  readonly max_wait?: string;
  readonly when?: string;
  /** The part of the deals at `from` that goes this way, 0 to 1. */
  readonly share?: number;
  readonly allow: readonly Waiver[];
}

export interface Settings {
  readonly name: string;
  readonly description?: string;
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
  days: "calendar",
  max_gap: "5 days",
  warn_gap: "3 days",
};

export function isContentChannel(channel: Channel | undefined): boolean {
  return (CONTENT_CHANNELS as readonly string[]).includes(channel ?? "");
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
