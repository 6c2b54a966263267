/** The columns of the outline, from left to right: the model's fields, and what is asked beside them. */
import type { EdgeField, StepField, StepList } from "../../document/write";
import { FIELDS, type Field } from "../../model/fields";

/** A field of a step that has a column. */
export type StepColumn = Exclude<StepField | StepList, "order" | "x" | "y" | "allow">;
/** A field of the edges that leave a step, one line for each of them. */
export type EdgeColumn = Exclude<EdgeField, "order" | "from" | "to">;
export type ColumnKey = StepColumn | "problems" | "next" | "wait" | Exclude<EdgeColumn, "max_wait">;

export interface Column {
  readonly key: ColumnKey;
  readonly title: string;
  /** In rem. */
  readonly width: number;
  /**
   * How its text runs: `line` is one line, `words` may have several, `lines` has an entry on each,
   * `edges` one entry for each next step, in the order of the next steps.
   */
  readonly text: "line" | "words" | "lines" | "edges";
  /** What is offered while somebody types in it. */
  readonly offers?: "choice" | "suggestion";
  readonly readOnly?: true;
  /** The field of the step that stands in it; of the edges that leave it where the text is `edges`. */
  readonly field?: Field;
  /** What the field is called, of a step. */
  readonly label: (step: string) => string;
}

/** What is asked of a step beside the fields of its own. */
const PROBLEMS: Column = {
  key: "problems",
  title: "Problems",
  width: 6.75,
  text: "line",
  readOnly: true,
  label: (step) => `Problems of ${step}`,
};
const NEXT: Column = {
  key: "next",
  title: "Next steps",
  width: 13,
  text: "edges",
  offers: "choice",
  label: (step) => `Next steps after ${step}`,
};

/** In rem; other columns are as wide as their form asks. */
const WIDTHS: Readonly<Partial<Record<ColumnKey, number>>> = {
  name: 13.5,
  kind: 5.75,
  channel: 6.75,
  outcome: 5.75,
  stage: 6.5,
  duration: 7,
  wait: 8,
  when: 10,
  share: 8,
};
const WIDE = 16;
const USUAL = 9.5;

/** What places a step, and its exceptions, which stand beside what they allow. */
const hasColumn = ({ form, group }: Field) =>
  form !== "id" && group !== "position" && group !== "waiver";

const OF_STEP = FIELDS.step.filter(hasColumn).map((field) => column(field, field.key));
const OF_EDGES = FIELDS.edge
  .filter(hasColumn)
  .map((field) => column(field, field.key === "max_wait" ? "wait" : field.key, "edges"));

/** What comes first, in this order; then the edges, and the other fields as the model has them. */
const FIRST: readonly ColumnKey[] = ["name", "kind", "channel", "outcome", "owner", "stage"];
const [NAME, ...REST_OF_FIRST] = FIRST.map((key) => of(OF_STEP, key));

export const COLUMNS: readonly Column[] = [
  { ...NAME, title: "Step" } as Column,
  PROBLEMS,
  ...REST_OF_FIRST,
  NEXT,
  ...OF_EDGES,
  ...OF_STEP.filter(({ key }) => !FIRST.includes(key)),
];

const BY_KEY = new Map(COLUMNS.map((column) => [column.key, column]));

export function columnOf(key: ColumnKey): Column {
  const column = BY_KEY.get(key);
  if (column === undefined) throw new Error(`There is no column “${key}”.`);
  return column;
}

/** Its place from the left; the first is 0. */
export function columnIndex(key: ColumnKey): number {
  return COLUMNS.findIndex((column) => column.key === key);
}

function column(field: Field, name: string, text: Column["text"] = textOf(field)): Column {
  // The keys are those of the model, from which the type is made as well.
  const key = name as ColumnKey;
  const wide = text === "words" || text === "lines";
  const offers =
    field.form === "choice" || field.form === "stage"
      ? "choice"
      : key === "owner"
        ? "suggestion"
        : undefined;
  return {
    key,
    title: field.label ?? field.key,
    width: WIDTHS[key] ?? (wide ? WIDE : USUAL),
    text,
    field,
    ...(offers === undefined ? {} : { offers }),
    label: (step) => (field.of ?? `${field.key} of {}`).replace("{}", () => step),
  };
}

function textOf({ form, list }: Field): Column["text"] {
  if (list) return "lines";
  return form === "text" ? "words" : "line";
}

function of(columns: readonly Column[], key: ColumnKey): Column {
  const found = columns.find((candidate) => candidate.key === key);
  if (found === undefined) throw new Error(`There is no column “${key}”.`);
  return found;
}
