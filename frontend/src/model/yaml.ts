/** A process as YAML, written at once: what is copied must be on the clipboard when the key is up. */
import type { Process } from "../api/process";

/** The process as a YAML text that the server, and any text editor, reads back. */
export function writeYaml(process: Process): string {
  return `${block(process as unknown as Fields, "")}\n`;
}

type Value = string | number | readonly Value[] | Fields;
interface Fields {
  readonly [key: string]: Value | undefined;
}

/** Words that stand for themselves: no sign that YAML reads as something else, and no number. */
const PLAIN = /^[A-Za-z][A-Za-z0-9 _.,;()'’“”/–-]*$/;
/** “2.5 days”: no number to YAML, since more than a number follows it. */
const DURATION = /^[0-9]+(?:\.[0-9]+)? (?:minute|hour|day|week)s?$/;
const NOT_TEXT = /^(?:y|yes|n|no|true|false|on|off|null)$/i;

function block(fields: Fields, indent: string): string {
  return entries(fields)
    .map(([key, value]) => `${indent}${key}:${below(value, indent)}`)
    .join("\n");
}

function below(value: Value, indent: string): string {
  if (!isList(value)) return typeof value === "object" ? ` ${flow(value)}` : ` ${scalar(value)}`;
  const isShort = value.every((item) => typeof item !== "object");
  if (isShort && JSON.stringify(value).length < 60) return ` ${flow(value)}`;
  return value.map((item) => `\n${indent}${listItem(item, `${indent}  `)}`).join("");
}

function listItem(item: Value, indent: string): string {
  if (typeof item !== "object" || isList(item)) return `  - ${flow(item)}`;
  // An edge is one line; a step is a block.
  if (!("kind" in item)) return `  - ${flow(item)}`;
  return `  - ${block(item, `${indent}  `).trimStart()}`;
}

function flow(value: Value): string {
  if (isList(value)) return `[${value.map(flow).join(", ")}]`;
  if (typeof value !== "object") return scalar(value, true);
  return `{${entries(value)
    .map(([key, inner]) => `${key}: ${flow(inner)}`)
    .join(", ")}}`;
}

function scalar(value: string | number, inFlow = false): string {
  if (typeof value === "number") return String(value);
  const isPlain =
    (PLAIN.test(value) || DURATION.test(value)) &&
    !NOT_TEXT.test(value) &&
    !value.endsWith(" ") &&
    !(inFlow && value.includes(","));
  // JSON's strings are YAML's double-quoted ones, but for what JSON leaves bare and YAML forbids.
  return isPlain
    ? value
    : JSON.stringify(value).replace(/[\u007f-\u009f\u2028\u2029\ufeff]/g, escaped);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

function entries(fields: Fields): [string, Value][] {
  return Object.entries(fields).filter((entry): entry is [string, Value] => entry[1] !== undefined);
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}
