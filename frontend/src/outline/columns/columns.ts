/** The columns of the outline, from left to right. */

export type ColumnKey =
  | "name"
  | "problems"
  | "kind"
  | "channel"
  | "outcome"
  | "owner"
  | "stage"
  | "next"
  | "wait"
  | "when"
  | "share"
  | "purpose"
  | "prospect_gain"
  | "duration"
  | "checklist"
  | "exit_criteria"
  | "assets"
  | "notes";

export interface Column {
  readonly key: ColumnKey;
  readonly title: string;
  /** In rem. */
  readonly width: number;
  /**
   * How its text runs: `line` is one line, `words` may have several, `lines` has an entry on each,
   * `ways` one entry for each next step, in the order of the next steps.
   */
  readonly text: "line" | "words" | "lines" | "ways";
  /** What is offered while somebody types in it. */
  readonly offers?: "choice" | "suggestion";
  readonly readOnly?: true;
  /** What the field is called, of a step. */
  readonly label: (step: string) => string;
}

const of = (what: string) => (step: string) => `${what} of ${step}`;

export const COLUMNS: readonly Column[] = [
  { key: "name", title: "Step", width: 13.5, text: "line", label: of("Name") },
  {
    key: "problems",
    title: "Problems",
    width: 6.75,
    text: "line",
    readOnly: true,
    label: of("Problems"),
  },
  { key: "kind", title: "Kind", width: 5.75, text: "line", offers: "choice", label: of("Kind") },
  {
    key: "channel",
    title: "Channel",
    width: 6.75,
    text: "line",
    offers: "choice",
    label: of("Channel"),
  },
  {
    key: "outcome",
    title: "Outcome",
    width: 5.75,
    text: "line",
    offers: "choice",
    label: of("Outcome"),
  },
  {
    key: "owner",
    title: "Owner",
    width: 9.5,
    text: "line",
    offers: "suggestion",
    label: of("Owner"),
  },
  { key: "stage", title: "Stage", width: 6.5, text: "line", offers: "choice", label: of("Stage") },
  {
    key: "next",
    title: "Next steps",
    width: 13,
    text: "ways",
    offers: "choice",
    label: (step) => `Next steps after ${step}`,
  },
  {
    key: "wait",
    title: "Longest wait",
    width: 8,
    text: "ways",
    label: (step) => `Longest wait after ${step}`,
  },
  {
    key: "when",
    title: "Condition",
    width: 10,
    text: "ways",
    label: (step) => `Condition after ${step}`,
  },
  {
    key: "share",
    title: "Share of deals",
    width: 8,
    text: "ways",
    label: (step) => `Share of deals after ${step}`,
  },
  {
    key: "purpose",
    title: "What it is for",
    width: 16,
    text: "words",
    label: (step) => `What ${step} is for`,
  },
  {
    key: "prospect_gain",
    title: "What the prospect gains",
    width: 16,
    text: "words",
    label: (step) => `What the prospect gains from ${step}`,
  },
  { key: "duration", title: "Duration", width: 7, text: "line", label: of("Duration") },
  { key: "checklist", title: "Checklist", width: 16, text: "lines", label: of("Checklist") },
  {
    key: "exit_criteria",
    title: "Exit criteria",
    width: 16,
    text: "lines",
    label: of("Exit criteria"),
  },
  { key: "assets", title: "Assets", width: 16, text: "lines", label: of("Assets") },
  { key: "notes", title: "Notes", width: 16, text: "words", label: (step) => `Notes on ${step}` },
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
