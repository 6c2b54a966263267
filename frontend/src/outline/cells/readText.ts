/** Reads what somebody typed or pasted into a cell; a text that does not fit comes back as why. */

import { isWebAddress } from "../../document/read";
import { canonicalDuration } from "../../model/duration";
import { shareOf } from "../../model/share";
import {
  CHANNELS,
  type Channel,
  KINDS,
  type Kind,
  NEW_TOUCH,
  OUTCOMES,
  type Outcome,
} from "../../model/snapshot";
import { capitalised, KIND_WORDS, OUTCOME_WORDS } from "../../model/words";
import { ASSET_SEPARATOR, oneLine } from "./cellText";
import { notAnAddress, notAShare, notATime, notOneOf } from "./refusals";

/** A value, or the sentence that says why there is none. */
export type Reading<T> = { readonly value: T } | { readonly why: string };

/** A kind, and the channel where the word for it says that as well. */
export interface ReadKind {
  readonly kind: Kind;
  readonly channel?: Channel;
}

/** The kind of a step that is a touch or is none; what the palette offers as a kind is taken for one. */
export function readKind(text: string, isTouch = false): Reading<ReadKind> {
  const word = simple(text);
  const kind = KINDS.find((candidate) => simple(KIND_WORDS[candidate]) === word);
  if (kind !== undefined) return { value: { kind } };
  // A touch is a contact whose channel carries content, whichever that is.
  if (word === "touch" && isTouch) return { value: { kind: "contact" } };
  const channel = word === "touch" ? NEW_TOUCH : CHANNELS.find((one) => simple(one) === word);
  if (channel !== undefined) return { value: { kind: "contact", channel } };
  return {
    why: notOneOf(
      text,
      "a kind of step",
      KINDS.map((candidate) => KIND_WORDS[candidate]),
    ),
  };
}

export function readChannel(text: string): Reading<Channel | undefined> {
  if (text.trim() === "") return { value: undefined };
  const channel = CHANNELS.find((candidate) => simple(candidate) === simple(text));
  if (channel !== undefined) return { value: channel };
  return { why: notOneOf(text, "a channel", CHANNELS.map(capitalised)) };
}

export function readOutcome(text: string): Reading<Outcome> {
  const outcome = OUTCOMES.find((candidate) => simple(candidate) === simple(text));
  if (outcome !== undefined) return { value: outcome };
  const words = OUTCOMES.map((candidate) => OUTCOME_WORDS[candidate]);
  return { why: notOneOf(text, "an outcome", words) };
}

export function readDuration(text: string): Reading<string | undefined> {
  if (text.trim() === "") return { value: undefined };
  const value = canonicalDuration(text);
  return value === null ? { why: notATime(text) } : { value };
}

export function readShare(text: string): Reading<number | undefined> {
  const value = shareOf(text);
  return value === null ? { why: notAShare(text) } : { value };
}

/** Text of several lines, none when it says nothing. */
export function readWords(text: string): string | undefined {
  return text.trim() === "" ? undefined : text.replace(/\r\n?/g, "\n");
}

/** Text for one line, none when it says nothing. */
export function readLine(text: string): string | undefined {
  return oneLine(text) || undefined;
}

/** The lines that say something, without the bullets that lists are written with. */
export function readLines(text: string): string[] {
  return text
    .split(/\r\n|[\n\r]/)
    .map((line) => line.replace(/^\s*(?:[-*•]|\d+[.)])\s+/, "").trim())
    .filter((line) => line !== "");
}

export interface ReadAsset {
  readonly name: string;
  readonly url: string | undefined;
}

/** An asset: its name, then its address if it has one, as `assetLine` writes it. */
export function readAsset(line: string): Reading<ReadAsset> {
  const last = /\S+$/.exec(line)?.[0] ?? "";
  const before = line.slice(0, line.length - last.length).trimEnd();
  const name = before.replace(/\s*[–—|:;,-]$/, "");
  if (isWebAddress(last)) return { value: { name: name || last, url: last } };
  const meansAddress =
    line.endsWith(`${ASSET_SEPARATOR}${last}`) && /^[a-z][a-z0-9+.-]*:\S/i.test(last);
  return meansAddress ? { why: notAnAddress(last) } : { value: { name: line, url: undefined } };
}

/** A word as it is compared: case and spaces at its ends do not matter. */
export function simple(text: string): string {
  return text.trim().replace(/\s+/g, " ").toLowerCase();
}
