/** Writes texts into cells of the outline, as typing, pasting and clearing do. */

import { renameStep } from "../../document/edits/renameStep";
import { setEdgeField } from "../../document/edits/setEdgeField";
import { setKind } from "../../document/edits/setKind";
import { setListItems, type WantedItem } from "../../document/edits/setListItems";
import { setOutgoing } from "../../document/edits/setOutgoing";
import { setStepField } from "../../document/edits/setStepField";
import { addStage } from "../../document/edits/stages";
import type { TouchlineDocument } from "../../document/TouchlineDocument";
import type { LinesOfStep } from "../../document/write";
import type { Field } from "../../model/fields";
import { randomId } from "../../model/ids";
import { type DayCount, type Edge, isTouch, type Snapshot, type Step } from "../../model/snapshot";
import {
  COLUMNS,
  type Column,
  type ColumnKey,
  columnOf,
  type EdgeColumn,
} from "../columns/columns";
import { assetLine, cellText, oneLine, outgoingOf } from "./cellText";
import { idsOfLines } from "./matching";
import { readNextSteps } from "./nextSteps";
import {
  type Reading,
  readAddress,
  readAsset,
  readDuration,
  readKind,
  readLine,
  readLines,
  readShare,
  readWord,
  readWords,
  simple,
} from "./readText";
import {
  NAME_NEEDED,
  OUTCOME_NEEDED,
  onlyOf,
  type Refusal,
  tooManyLines,
  withArticle,
} from "./refusals";

export interface CellWrite {
  readonly step: string;
  readonly column: ColumnKey;
  readonly text: string;
}

/**
 * What is written together, in turn: a channel is right or wrong by the kind that was pasted
 * beside it, a next step by the names, a wait by the next steps.
 */
const FIRST_TURNS: readonly (readonly ColumnKey[])[] = [
  ["kind"],
  ["channel", "outcome", "stage"],
  ["name"],
];
const keysOf = (columns: readonly Column[]) => columns.map(({ key }) => key);
const TURNS: readonly (readonly ColumnKey[])[] = [
  ...FIRST_TURNS,
  keysOf(COLUMNS.filter(({ key, text }) => text !== "edges" && !FIRST_TURNS.flat().includes(key))),
  ["next"],
  keysOf(COLUMNS.filter(({ key, text }) => text === "edges" && key !== "next")),
];

/**
 * Writes what fits, and gives what does not with the reason. Edits that name the same `typing`
 * place are one undo step, as in `TouchlineDocument.edit`.
 */
export function writeCells(
  document: TouchlineDocument,
  writes: readonly CellWrite[],
  typing: string,
): Refusal[] {
  const refusals: Refusal[] = [];
  addNewStages(document, writes, typing);
  const channelled = stepsWithChannel(writes);
  for (const turn of TURNS) {
    const now = writes.filter(
      ({ step, column, text }) =>
        turn.includes(column) &&
        !(column === "channel" && text.trim() === "" && channelled.has(step)),
    );
    if (now.length === 0) continue;
    document.edit(() => {
      for (const write of now) {
        const why = writeCell(document, write);
        if (why !== null) refusals.push({ ...write, why });
      }
    }, typing);
  }
  return refusals;
}

/** The steps whose kind says the channel as well: a channel left empty beside it takes nothing away. */
function stepsWithChannel(writes: readonly CellWrite[]): ReadonlySet<string> {
  const kinds = writes.filter(({ column }) => column === "kind");
  return new Set(
    kinds.flatMap(({ step, text }) => {
      const reading = readKind(text);
      return "value" in reading && reading.value.channel !== undefined ? [step] : [];
    }),
  );
}

/** Before any step is put into them, so that a name that is there twice makes one stage. */
function addNewStages(
  document: TouchlineDocument,
  writes: readonly CellWrite[],
  typing: string,
): void {
  const known = new Set(document.snapshot.stages.map(({ name }) => simple(name)));
  const added = new Map<string, { name: string; steps: string[] }>();
  for (const { step, column, text } of writes) {
    const name = column === "stage" ? readLine(text) : undefined;
    if (name === undefined || known.has(simple(name))) continue;
    const stage = added.get(simple(name)) ?? { name, steps: [] };
    stage.steps.push(step);
    added.set(simple(name), stage);
  }
  if (added.size === 0) return;
  document.edit(() => {
    for (const { name, steps } of added.values()) addStage(document, name, steps);
  }, typing);
}

/** Writes one cell; why it does not take the text, or null when it does. */
function writeCell(document: TouchlineDocument, { step: id, column, text }: CellWrite) {
  const { snapshot } = document;
  const step = snapshot.steps.get(id);
  if (step === undefined) return "The step is not there any more.";
  // What stands there already fits, and is not written again.
  if (column !== "problems" && text === cellText(snapshot, step, column)) return null;
  switch (column) {
    case "name": {
      const name = readLine(text);
      return name !== undefined && renameStep(document, id, name) ? null : NAME_NEEDED;
    }
    case "problems":
      return "Problems are found by the rules, not typed.";
    case "kind":
      return text.trim() === ""
        ? "A step needs a kind."
        : taken(readKind(text, isTouch(step)), ({ kind, channel }) =>
            setKind(document, id, kind, channel === undefined ? {} : { channel }),
          );
    case "channel":
      return writeChannel(document, step, text);
    case "outcome":
      return writeOutcome(document, step, text);
    case "stage":
      return writeStage(document, id, text);
    case "next":
      return taken(readNextSteps(snapshot, id, text), (edges) => setOutgoing(document, id, edges));
    default: {
      const { field, text: runs } = columnOf(column);
      if (field === undefined) return null;
      return runs === "edges"
        ? writeOutgoing(document, snapshot, id, text, field)
        : writeField(document, step, text, field);
    }
  }
}

/** Writes a field of a step that has no manners of its own. */
function writeField(
  document: TouchlineDocument,
  step: Step,
  text: string,
  field: Field,
): string | null {
  // The keys are those of the model, from which the types are made as well.
  if (field.list && field.group === undefined) {
    writeLines(document, step, field.key as LinesOfStep, readLines(text));
    return null;
  }
  if (field.list) return writeAssets(document, step, readLines(text));
  return taken(readPlain(text, field, document.snapshot.settings.days), (value) =>
    setStepField(document, step.id, field.key as "notes", value as string | undefined),
  );
}

/** The value of a field that a text stands for; none for an empty text. */
function readPlain(
  text: string,
  field: Field,
  days: DayCount,
): Reading<string | number | undefined> {
  switch (field.form) {
    case "text":
      return { value: readWords(text) };
    case "duration":
      return readDuration(text, days);
    case "share":
      return readShare(text);
    case "url":
      return readAddress(text);
    case "choice":
      return readWord(text, field.words ?? "kind", nounOf(field));
    default:
      return { value: readLine(text) };
  }
}

/** What one of a field is called: “wait”, “outcome”. */
function nounOf({ noun, label, key }: Field): string {
  return noun ?? (label ?? key).toLowerCase();
}

function taken<T>(reading: Reading<T>, write: (value: T) => void): string | null {
  if ("why" in reading) return reading.why;
  write(reading.value);
  return null;
}

function writeChannel(document: TouchlineDocument, step: Step, text: string): string | null {
  if (text.trim() !== "" && step.kind !== "contact") return onlyOf("contact", "channel", step);
  return taken(readWord(text, "channel", "channel"), (channel) => {
    if (channel === undefined) setStepField(document, step.id, "channel", undefined);
    // Through the kind, so that a name that nobody has chosen yet follows the channel.
    else setKind(document, step.id, "contact", { channel });
  });
}

function writeOutcome(document: TouchlineDocument, step: Step, text: string): string | null {
  if (text.trim() !== "" && step.kind !== "end") return onlyOf("end", "outcome", step);
  if (text.trim() === "") return step.kind === "end" ? OUTCOME_NEEDED : null;
  return taken(readWord(text, "outcome", "outcome"), (outcome) =>
    setKind(document, step.id, "end", outcome === undefined ? {} : { outcome }),
  );
}

function writeStage(document: TouchlineDocument, id: string, text: string): string | null {
  const name = readLine(text);
  const stage =
    name === undefined
      ? undefined
      : document.snapshot.stages.find((candidate) => simple(candidate.name) === simple(name));
  setStepField(document, id, "stage", stage?.id);
  return null;
}

function writeLines(
  document: TouchlineDocument,
  step: Step,
  list: LinesOfStep,
  lines: readonly string[],
): void {
  const old = step[list].map(({ id, text }) => ({ id, line: oneLine(text) }));
  const wanted = idsOfLines(old, lines).map((id, at): WantedItem<typeof list> => {
    const text = lines[at] ?? "";
    const same = old.some((item) => item.id === id && item.line === text);
    return same && id !== undefined ? { id } : { id: id ?? randomId(), fields: { text } };
  });
  setListItems(document, step.id, list, wanted);
}

function writeAssets(
  document: TouchlineDocument,
  step: Step,
  lines: readonly string[],
): string | null {
  const old = step.assets.map((asset) => ({ id: asset.id, line: assetLine(asset) }));
  const wanted: WantedItem<"assets">[] = [];
  for (const [at, id] of idsOfLines(old, lines).entries()) {
    const line = lines[at] ?? "";
    if (id !== undefined && old.some((item) => item.id === id && item.line === line)) {
      wanted.push({ id });
      continue;
    }
    const asset = readAsset(line);
    if ("why" in asset) return asset.why;
    wanted.push({ id: id ?? randomId(), fields: asset.value });
  }
  setListItems(document, step.id, "assets", wanted);
  return null;
}

/** One line for each edge out of the step; lines that are left out are emptied. */
function writeOutgoing(
  document: TouchlineDocument,
  snapshot: Snapshot,
  step: string,
  text: string,
  field: Field,
): string | null {
  const edges = outgoingOf(snapshot, step);
  const lines = text.replace(/\s+$/, "").split(/\r\n|[\n\r]/);
  if (text.trim() !== "" && lines.length > edges.length) {
    return tooManyLines(lines.length, withArticle(nounOf(field)), edges.length);
  }
  const key = field.key as EdgeColumn;
  const values: (Edge[typeof key] | undefined)[] = [];
  for (const at of edges.keys()) {
    const reading = readPlain(lines[at] ?? "", field, snapshot.settings.days);
    if ("why" in reading) return reading.why;
    values.push(reading.value);
  }
  for (const [at, edge] of edges.entries()) {
    if (edge[key] !== values[at]) setEdgeField(document, edge.id, key, values[at]);
  }
  return null;
}
