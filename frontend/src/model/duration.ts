/** How long a wait or a step is: exact, in whole minutes, written as people say it. */
import { LIMITS } from "./fields";
import type { DayCount } from "./snapshot";

const MINUTES_PER_HOUR = 60;
const MINUTES_PER_DAY = 24 * MINUTES_PER_HOUR;

/** Weeks are kept as written: one is seven calendar days, or five business days. */
export interface Duration {
  readonly minutes: number;
  readonly weeks: number;
}

export type Unit = "minute" | "hour" | "day" | "week";

/** What to say to a person whose text is not a duration. */
export const DURATION_EXAMPLE = "Type a time such as 3 days, 4h or 30m";

const UNITS: Readonly<Record<string, Unit>> = Object.fromEntries(
  (
    [
      ["minute", "m min mins minute minutes"],
      ["hour", "h hr hrs hour hours"],
      ["day", "d day days"],
      ["week", "w wk wks week weeks"],
    ] as const
  ).flatMap(([unit, words]) => words.split(" ").map((word) => [word, unit] as const)),
);

const LENGTH: Readonly<Record<Exclude<Unit, "week">, number>> = {
  minute: 1,
  hour: MINUTES_PER_HOUR,
  day: MINUTES_PER_DAY,
};

/** The spaces that people type, and those that a text brings along from a web page. */
const SPACE = "[ \\t\\r\\n\\u00a0\\u202f]";
const AMOUNT = "[0-9]+(?:[.,][0-9]+)*";
const PART = new RegExp(
  `${SPACE}*(${AMOUNT})${SPACE}*((?:working|business)${SPACE}+(?=days?\\b))?([a-z]+)` +
    `${SPACE}*(?:,|and\\b)?${SPACE}*`,
  "iy",
);
const NUMBER = new RegExp(`^${SPACE}*(${AMOUNT})${SPACE}*$`);
/** A point or a comma parts decimals; before exactly three digits it could part thousands. */
const DECIMAL = /^(?:0+[.,][0-9]+|[0-9]+(?:[.,](?:[0-9]{1,2}|[0-9]{4,}))?)$/;
const THREE_DIGITS = /(?<![0-9.,])(?!0+[.,])([0-9]+)([.,])([0-9]{3})(?![0-9.,])/;
const WORKING_DAYS = new RegExp(`(?<![a-z])(?:working|business)${SPACE}+days?(?![a-z])`, "i");
const LONGEST_TEXT = 60;

/**
 * Reads “3 days”, “4h”, “1 day 4 hours” or a bare number of days; null when it is none of these, or
 * can be read two ways. Whether working days are counted here is for the caller to see to.
 */
export function parseDuration(text: string): Duration | null {
  if (text.length > LONGEST_TEXT) return null;
  const number = NUMBER.exec(text)?.[1];
  if (number !== undefined) return bounded(amountOf(number) * MINUTES_PER_DAY, 0);
  const amounts = new Map<Unit, number>();
  PART.lastIndex = 0;
  do {
    const part = PART.exec(text);
    const unit = part?.[3] === undefined ? undefined : UNITS[part[3].toLowerCase()];
    if (part?.[1] === undefined || unit === undefined || amounts.has(unit)) return null;
    amounts.set(unit, amountOf(part[1]));
  } while (PART.lastIndex < text.length);
  const weeks = amounts.get("week") ?? 0;
  amounts.delete("week");
  let minutes = 0;
  for (const [unit, amount] of amounts) {
    if (unit !== "week") minutes += amount * LENGTH[unit];
  }
  return bounded(minutes, weeks);
}

/** What somebody typed, in its one spelling, or the sentence, without its end, that says why not. */
export type TypedDuration = { readonly text: string } | { readonly why: string };

/** Reads what somebody types into a process that counts such days. */
export function typedDuration(text: string, days: DayCount): TypedDuration {
  const duration = parseDuration(text);
  if (duration === null) return { why: whyNot(text) };
  const canonical = formatDuration(duration);
  if (days === "business" || !WORKING_DAYS.test(text)) return { text: canonical };
  return {
    why: `This process counts calendar days: type ${canonical}, or choose working days in its details`,
  };
}

/** The sentence, without its end, that says why a text is no length of time there. */
export function whyNoDuration(text: string, days: DayCount): string {
  const typed = typedDuration(text, days);
  return "why" in typed ? typed.why : DURATION_EXAMPLE;
}

function whyNot(text: string): string {
  const [number, whole, mark, decimals] = THREE_DIGITS.exec(text) ?? [];
  if (whole === undefined || decimals === undefined) return DURATION_EXAMPLE;
  const short = decimals.replace(/0+$/, "");
  // With a fourth digit it can only be decimals.
  const other = `${whole}.${short.length < 3 ? short : `${short}0`}`.replace(/\.$/, "");
  return `Type ${whole}${decimals} or ${other}: the “${mark}” in ${number} could part thousands or decimals`;
}

/** A number in digits; NaN where it can be read two ways, or none. */
function amountOf(number: string): number {
  return DECIMAL.test(number) ? Number(number.replace(",", ".")) : Number.NaN;
}

/** The one canonical spelling, which `parseDuration` reads back as the same duration. */
export function formatDuration({ minutes, weeks }: Duration): string {
  const parts = weeks > 0 ? [spell(weeks, "week")] : [];
  if (minutes > 0 || weeks === 0) parts.push(formatLength(minutes));
  return parts.join(" ");
}

/** Quarters of a day stay days: whoever types 2.5 days does not mean to count hours. */
function formatLength(minutes: number): string {
  const inQuarters = minutes > MINUTES_PER_DAY && minutes % (MINUTES_PER_DAY / 4) === 0;
  return inQuarters ? spell(minutes / MINUTES_PER_DAY, "day") : formatMinutes(minutes);
}

/** The canonical spelling of what a person typed, or null when it is no duration. */
export function canonicalDuration(text: string): string | null {
  const duration = parseDuration(text);
  return duration === null ? null : formatDuration(duration);
}

/** Whole minutes in the largest unit that divides them evenly, never weeks. */
export function formatMinutes(minutes: number): string {
  if (minutes % MINUTES_PER_DAY === 0) return spell(minutes / MINUTES_PER_DAY, "day");
  if (minutes % MINUTES_PER_HOUR === 0) return spell(minutes / MINUTES_PER_HOUR, "hour");
  return spell(minutes, "minute");
}

/** Its length in minutes where days are counted as given. */
export function durationMinutes({ minutes, weeks }: Duration, days: DayCount = "calendar"): number {
  return minutes + weeks * (days === "business" ? 5 : 7) * MINUTES_PER_DAY;
}

/** Its length in days, with a part of a day as a fraction. */
export function durationDays(duration: Duration, days: DayCount = "calendar"): number {
  return durationMinutes(duration, days) / MINUTES_PER_DAY;
}

/** A number of days as a person reads it, exact: “7 days”, “2.5 days”, “2 days 4 hours”. */
export function sayDays(days: number): string {
  const minutes = Math.round(days * MINUTES_PER_DAY);
  if (minutes > 0 && minutes < MINUTES_PER_DAY) return formatMinutes(minutes);
  if (minutes % (MINUTES_PER_DAY / 4) === 0) {
    const amount = minutes / MINUTES_PER_DAY;
    return `${amount} ${amount === 1 ? "day" : "days"}`;
  }
  const rest = minutes % MINUTES_PER_DAY;
  return `${formatMinutes(minutes - rest)} ${formatMinutes(rest)}`;
}

/** The longest silence allowed, as a sentence ends: “5 days are allowed”, “1 day is allowed”. */
export function sayAllowed(days: number): string {
  const words = sayDays(days);
  return `${words} ${/^1 \S+$/.test(words) ? "is" : "are"} allowed`;
}

/** A stored duration as a person reads it: “8 days 45 minutes” for “11565 minutes”. */
export function sayDuration(text: string): string {
  const duration = parseDuration(text);
  if (duration === null || duration.weeks > 0) return text;
  return sayDays(durationDays(duration));
}

/** A number of days beside the number allowed: “4 of 5 days”, “2 days 4 hours of 5 days”. */
export function sayOfAllowed(days: number, allowed: number): string {
  return `${sayDays(days).replace(/ days?$/, "")} of ${sayDays(allowed)}`;
}

/** Two waits, one after the other. */
export function addDurations(a: Duration, b: Duration): Duration {
  return { minutes: a.minutes + b.minutes, weeks: a.weeks + b.weeks };
}

/**
 * A wait shared between two edges that take its place: halves that add up to it, the first the
 * longer, in whole days while there are enough of them, else in whole hours, else in minutes.
 */
export function splitDuration(wait: Duration, days: DayCount): readonly [Duration, Duration] {
  const minutes = durationMinutes(wait, days);
  const unit = [MINUTES_PER_DAY, MINUTES_PER_HOUR].find(
    (length) => minutes % length === 0 && minutes >= 2 * length,
  );
  const grain = unit ?? 1;
  const first = Math.ceil(minutes / grain / 2) * grain;
  return [
    { minutes: first, weeks: 0 },
    { minutes: minutes - first, weeks: 0 },
  ];
}

function spell(amount: number, unit: Unit): string {
  return `${amount} ${unit}${amount === 1 ? "" : "s"}`;
}

function bounded(exact: number, weeks: number): Duration | null {
  // A decimal such as 0.1 hours is a whole number of minutes but for the error of its float.
  const minutes = Math.round(exact);
  if (!(Math.abs(exact - minutes) <= 1e-6) || !Number.isInteger(weeks)) return null;
  if (minutes + weeks * 7 * MINUTES_PER_DAY > LIMITS.MAX_DAYS * MINUTES_PER_DAY) return null;
  return { minutes, weeks };
}
