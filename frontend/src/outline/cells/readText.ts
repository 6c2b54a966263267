/** Reads what somebody typed or pasted into a cell; a text that does not fit comes back as why. */

import { isWebAddress } from "../../document/read";
import { typedDuration } from "../../model/duration";
import { WORDS, type WordList } from "../../model/fields";
import { shareOf } from "../../model/share";
import { type Channel, type DayCount, type Kind, NEW_TOUCH } from "../../model/snapshot";
import { ASSET_SEPARATOR, oneLine } from "./cellText";
import { notAnAddress, notAShare, notATime, notOneOf, withArticle } from "./refusals";

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
  const kind = WORDS.kind.find(({ label }) => simple(label) === word)?.value;
  if (kind !== undefined) return { value: { kind } };
  // A touch is a contact whose channel carries content, whichever that is.
  if (word === "touch" && isTouch) return { value: { kind: "contact" } };
  const channel =
    word === "touch" ? NEW_TOUCH : WORDS.channel.find(({ value }) => simple(value) === word)?.value;
  if (channel !== undefined) return { value: { kind: "contact", channel } };
  return {
    why: notOneOf(
      text,
      "a kind of step",
      WORDS.kind.map(({ label }) => label),
    ),
  };
}

/** One of a few words, none for an empty text; `noun` is what one of them is called. */
export function readWord<W extends WordList>(
  text: string,
  words: W,
  noun: string,
): Reading<(typeof WORDS)[W][number]["value"] | undefined> {
  if (text.trim() === "") return { value: undefined };
  const known: (typeof WORDS)[WordList] = WORDS[words];
  const word = known.find(({ value, label }) => [value, label].map(simple).includes(simple(text)));
  if (word !== undefined) return { value: word.value as (typeof WORDS)[W][number]["value"] };
  return {
    why: notOneOf(
      text,
      withArticle(noun),
      known.map(({ label }) => label),
    ),
  };
}

export function readDuration(text: string, days: DayCount): Reading<string | undefined> {
  if (text.trim() === "") return { value: undefined };
  const typed = typedDuration(text, days);
  return "why" in typed ? { why: notATime(text, typed.why) } : { value: typed.text };
}

export function readShare(text: string): Reading<number | undefined> {
  const value = shareOf(text);
  return value === null ? { why: notAShare(text) } : { value };
}

export function readAddress(text: string): Reading<string | undefined> {
  const address = text.trim();
  if (address === "") return { value: undefined };
  return isWebAddress(address) ? { value: address } : { why: notAnAddress(address) };
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
