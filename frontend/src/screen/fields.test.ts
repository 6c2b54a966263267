/**
 * Each field of the model is read, written, shown and typed in: whatever walks the fields is tried
 * with a sample of each. Nothing here names a field, but for those that have another place.
 */
import { MantineProvider } from "@mantine/core";
import { createElement, type ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import type { Process, ProcessEdge, ProcessStep } from "../api/process";
import { addFragment } from "../document/edits/addFragment";
import { applyProcess } from "../document/edits/applyProcess";
import { DocumentContext } from "../document/hooks";
import { TouchlineDocument } from "../document/TouchlineDocument";
import { EdgeDetails } from "../inspector/EdgeDetails";
import { ProcessDetails } from "../inspector/ProcessDetails";
import { StepDetails } from "../inspector/StepDetails";
import { FIELDS, type Field, WORDS } from "../model/fields";
import type { Snapshot, Step } from "../model/snapshot";
import { toProcess } from "../model/toProcess";
import { writeYaml } from "../model/yaml";
import { cellText } from "../outline/cells/cellText";
import { writeCells } from "../outline/cells/writeCells";
import { COLUMNS } from "../outline/columns/columns";
import { type Editor, EditorContext } from "../session/Editor";
import { createStore } from "../ui/store";

// Drawn once and to text, there is nothing to subscribe to.
vi.mock("react", async (original) => ({
  ...(await original<typeof import("react")>()),
  useSyncExternalStore: (_subscribe: unknown, get: () => unknown) => get(),
}));

const STAGE = "A sample stage";
const IDENTITIES = ["version", "id"];

/** A value of a field that is not its default. */
function sample(field: Field): unknown {
  const one = sampleOf(field);
  return field.list ? [one] : one;
}

function sampleOf({ form, group, words, default: usual }: Field): unknown {
  if (group === "waiver") return { rule: "gap", reason: "A sample reason", up_to: "9 days" };
  if (group !== undefined) {
    return Object.fromEntries(FIELDS[group].map((field) => [field.key, sample(field)]));
  }
  if (words !== undefined) return WORDS[words].findLast(({ value }) => value !== usual)?.value;
  const samples: Readonly<Record<string, unknown>> = {
    line: "A sample line",
    text: "A sample text\nof two lines",
    url: "https://example.com/sample",
    stage: STAGE,
    duration: "77 minutes",
    share: 0.375,
    coordinate: 123.5,
  };
  return samples[form];
}

/** A process with one step and one edge, in which one field has its sample, or is absent. */
function processWith(group: "process" | "step" | "edge", field: Field, given = true): Process {
  const value = given ? { [field.key]: sample(field) } : {};
  // An outcome is an end's, a channel a contact's.
  const kind = field.words === "outcome" ? "end" : "contact";
  return {
    touchline: 1,
    name: "Samples",
    days: "calendar",
    max_gap: "5 days",
    warn_gap: "3 days",
    stages: [STAGE],
    ...(group === "process" ? value : {}),
    steps: [
      { id: "start", name: "Start", kind: "start" },
      { id: "sample", name: "Sample", kind, ...(group === "step" ? value : {}) } as ProcessStep,
    ],
    edges: [{ from: "start", to: "sample", ...(group === "edge" ? value : {}) } as ProcessEdge],
  };
}

function documentOf(process: Process): TouchlineDocument {
  const document = new TouchlineDocument();
  applyProcess(document, process);
  return document;
}

function stepOf(snapshot: Snapshot, id: string): Step {
  const step = snapshot.steps.get(id);
  if (step === undefined) throw new Error(`There is no step ${id}.`);
  return step;
}

/** A panel as HTML, around it only what the inspector asks for. */
function drawn(document: TouchlineDocument, panel: ReactElement): string {
  const checking = {
    state: createStore({ report: null, silences: new Map(), findingsOfStep: new Map() }),
  };
  const editor = { document, checking } as unknown as Editor;
  const inside = createElement(DocumentContext, { value: document }, panel);
  const around = createElement(EditorContext, { value: editor }, inside);
  return renderToStaticMarkup(createElement(MantineProvider, null, around));
}

/** The first plain value in a sample. */
function leaf(value: unknown): unknown {
  if (Array.isArray(value)) return leaf(value[0]);
  if (typeof value !== "object" || value === null) return value;
  // The reason of an exception is what tells it from another.
  return "reason" in value ? value.reason : leaf(Object.values(value)[0]);
}

const stored = (["process", "step", "edge"] as const).flatMap((group) =>
  FIELDS[group]
    .filter(
      ({ form, group: inner }) =>
        !IDENTITIES.includes(form) && inner !== "step" && inner !== "edge",
    )
    .map((field) => ({ group, field, name: `${field.key} of a ${group}` })),
);

describe("a field of the model", () => {
  it.each(stored)(
    "is kept in the document and written as JSON and YAML: $name",
    ({ group, field }) => {
      const process = processWith(group, field);
      const { snapshot } = documentOf(process);
      expect(toProcess(snapshot)).toEqual(process);
      expect(writeYaml(toProcess(snapshot))).toContain(`${field.key}:`);
    },
  );

  it.each(stored.filter(({ group }) => group !== "process"))(
    "goes along when it is copied: $name",
    ({ group, field }) => {
      const process = processWith(group, field);
      const document = new TouchlineDocument();
      const [, copy] = addFragment(document, process, (step) => step.position);
      const { steps = [], edges = [] } = toProcess(document.snapshot);
      const found = group === "step" ? steps.find(({ id }) => id === copy) : edges[0];
      const wanted = group === "step" ? process.steps?.[1] : process.edges?.[0];
      const key = field.key as keyof typeof found;
      // A place is rounded to whole pixels.
      const value = field.group === "position" ? { x: 124, y: 124 } : wanted?.[key];
      expect(found?.[key]).toEqual(value);
    },
  );

  // Where a step stands, and what it may break, is said elsewhere than in the table.
  const inTable = stored.filter(
    ({ group, field }) =>
      group !== "process" && field.group !== "position" && field.group !== "waiver",
  );

  it.each(inTable)(
    "has a column, which says what it is and takes it back: $name",
    ({ group, field }) => {
      const process = processWith(group, field);
      const column = COLUMNS.find((one) => one.field === field);
      if (column === undefined) throw new Error(`There is no column for ${field.key}.`);
      const row = group === "step" ? "sample" : "start";
      const full = documentOf(process).snapshot;
      const text = cellText(full, stepOf(full, row), column.key);
      expect(text).not.toBe("");
      const other = documentOf(processWith(group, field, false));
      expect(cellText(other.snapshot, stepOf(other.snapshot, row), column.key)).not.toBe(text);
      expect(writeCells(other, [{ step: row, column: column.key, text }], "test")).toEqual([]);
      expect(cellText(other.snapshot, stepOf(other.snapshot, row), column.key)).toBe(text);
    },
  );

  it.each(stored.filter(({ field }) => field.group !== "position"))(
    "has its place in the inspector: $name",
    ({ group, field }) => {
      const document = documentOf(processWith(group, field));
      const [edge = ""] = document.snapshot.edges.keys();
      const panel =
        group === "step"
          ? createElement(StepDetails, { id: "sample" })
          : group === "edge"
            ? createElement(EdgeDetails, { id: edge })
            : createElement(ProcessDetails);
      const page = drawn(document, panel);
      expect(page).toContain(field.label);
      const [first = ""] = String(leaf(sample(field))).split("\n");
      // Words and shares are put in another way, and a list to choose from shows its choice later.
      if (!["choice", "share", "stage"].includes(field.form)) expect(page).toContain(first);
    },
  );
});
