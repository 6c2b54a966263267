/** Why a text is not taken into a cell: what was found, what was expected, in one sentence or two. */
import { DURATION_EXAMPLE } from "../../model/duration";
import type { Kind, Step } from "../../model/snapshot";
import type { ColumnKey } from "../columns/columns";

/** A text that a cell did not take. */
export interface Refusal {
  readonly step: string;
  readonly column: ColumnKey;
  readonly text: string;
  readonly why: string;
}

export const NAME_NEEDED = "A step needs a name.";
export const OUTCOME_NEEDED = "An end needs an outcome. Choose Won, Lost or Nurture.";

/** For a detail that only steps of one kind have. */
export function onlyOf(kind: Kind, detail: string, step: Pick<Step, "name" | "kind">): string {
  const [only, is] = [kind, step.kind].map(withArticle);
  return `Only ${only} has ${withArticle(detail)}, and ${quoted(step.name)} is ${is}. Make it ${only} first.`;
}

/** “a wait”, “an outcome”. */
export function withArticle(word: string): string {
  return `${/^[aeiou]/.test(word) ? "an" : "a"} ${word}`;
}

export function notATime(text: string, why: string): string {
  return why === DURATION_EXAMPLE
    ? `${quoted(text)} is not a time. ${why}.`
    : `${quoted(text)} is not taken. ${why}.`;
}

export function notAShare(text: string): string {
  return `${quoted(text)} is not a share. Type a percentage from 0 to 100, such as 20 %.`;
}

export function notAnAddress(text: string): string {
  return `${quoted(text)} is not a web address. Type one such as https://example.com/guide, or mailto:name@example.com.`;
}

/** For a text that is none of the choices that there are. */
export function notOneOf(text: string, noun: string, choices: readonly string[]): string {
  const list = new Intl.ListFormat("en-GB", { type: "disjunction" }).format(choices);
  return `${quoted(text)} is not ${noun}. Choose ${list}.`;
}

/** For more lines than there are next steps. */
export function tooManyLines(found: number, noun: string, edges: number): string {
  if (edges === 0) return `There is no next step yet to have ${noun}. Type the next step first.`;
  const steps = edges === 1 ? "1 next step" : `${edges} next steps`;
  return `There are ${found} lines for ${steps}. Type one line for each.`;
}

/** A text as a sentence quotes it, long ones shortened. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return `“${line.length > 60 ? `${line.slice(0, 59)}…` : line}”`;
}
