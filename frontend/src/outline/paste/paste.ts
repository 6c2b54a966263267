/** Pastes a block of cells, as one undo step. */
import { addEdge } from "../../document/edits/addEdge";
import { addStep, type NewStep } from "../../document/edits/addStep";
import { NEW_WAIT } from "../../document/edits/addStepAfter";
import { inOneStep } from "../../document/oneStep";
import type { TouchlineDocument } from "../../document/TouchlineDocument";
import { readKind, readLine, readWord } from "../cells/readText";
import type { Refusal } from "../cells/refusals";
import { type CellWrite, writeCells } from "../cells/writeCells";
import { COLUMNS, type Column, type ColumnKey } from "../columns/columns";

/** The column of each cell of a row; null for none. */
type Columns = readonly (Column | null)[];

/** Where a block is pasted: rows by step, the one after the last being the empty one. */
export interface Target {
  readonly rows: readonly string[];
  /** The row and column of its upper left cell. */
  readonly row: number;
  readonly column: number;
  /** Where the block says itself which columns its cells belong to, wherever it is pasted. */
  readonly columns?: Columns;
  /** How many rows and columns are selected: a smaller block is repeated to fill them. */
  readonly height: number;
  readonly width: number;
  /** Whether a step that is added goes on from the row above it, as where rows are in deal order. */
  readonly joins: boolean;
}

export interface Pasted {
  /** How many cells took what was pasted. */
  readonly cells: number;
  readonly added: readonly string[];
  /** All that were pasted into, and those that were added after them. */
  readonly rows: readonly string[];
  /** How many of those that were added go on from the row above. */
  readonly joined: number;
  readonly refusals: readonly Refusal[];
  /** Whether the block was wider than the columns that there are. */
  readonly cutOff: boolean;
}

/** The most steps that a process may have, as on the server. */
export const MOST_STEPS = 5_000;

/**
 * Pastes what fits; what does not is given with its reason, and its cell stays as it was. Rows past
 * the last one become new steps.
 */
export function pasteBlock(
  document: TouchlineDocument,
  block: readonly (readonly string[])[],
  target: Target,
): Pasted {
  const columns = target.columns ?? COLUMNS.slice(target.column);
  const rows = target.columns ? block : filling(block, target);
  const over = target.rows.slice(target.row, target.row + rows.length);
  const further = rows
    .slice(over.length)
    .filter((row) => row.some((text, at) => text.trim() && columns[at]));
  if (further.length > MOST_STEPS - document.snapshot.steps.size) {
    throw new Error(`A process has at most ${MOST_STEPS.toLocaleString("en")} steps.`);
  }
  return inOneStep(document, (typing) => {
    const added = document.edit(() => further.map((row) => addRow(document, row, columns)), typing);
    // Where the next steps are pasted too, they say what follows what.
    const next = placeOf("next", columns);
    const joins = target.joins && !further.some((row) => row[next] !== undefined);
    const joined = joins ? joinRows(document, target.rows.at(-1), added, typing) : 0;
    const writes = [
      ...over.flatMap((step, at) => writesOf(step, rows[at] ?? [], columns)),
      // A cell that is left empty leaves a new step as it is made.
      ...added.flatMap((step, at) =>
        writesOf(step, further[at] ?? [], columns).filter(({ text }) => text.trim() !== ""),
      ),
    ];
    const refused = new Map(
      writeCells(document, writes, typing).map((one) => [`${one.step} ${one.column}`, one]),
    );
    // In the order in which they stand, not in the one in which they were tried.
    const refusals = writes.flatMap(({ step, column }) => refused.get(`${step} ${column}`) ?? []);
    const cutOff = !target.columns && rows.some((row) => row.length > columns.length);
    const cells = writes.length - refusals.length;
    return { cells, added, rows: [...over, ...added], joined, refusals, cutOff };
  });
}

/** The block, repeated where it fits a whole number of times into what is selected. */
function filling(
  block: readonly (readonly string[])[],
  { height, width }: Target,
): readonly (readonly string[])[] {
  const across = Math.max(...block.map((row) => row.length));
  const times = (selected: number, size: number) => (selected % size === 0 ? selected / size : 1);
  const down = times(height, block.length);
  const right = times(width, across);
  if (down === 1 && right === 1) return block;
  const wide = block.map((row) =>
    Array.from({ length: across * right }, (_, at) => row[at % across] ?? ""),
  );
  return Array.from({ length: down }, () => wide).flat();
}

/** Which cell of a row belongs to a column; -1 where none does. */
function placeOf(key: ColumnKey, columns: Columns): number {
  return columns.findIndex((column) => column?.key === key);
}

function writesOf(step: string, row: readonly string[], columns: Columns): CellWrite[] {
  return row.flatMap((text, at) => {
    const column = columns[at] ?? null;
    return column === null || column.readOnly ? [] : [{ step, column: column.key, text }];
  });
}

/** A new step for a row; the rest of the row is written into it afterwards. */
function addRow(document: TouchlineDocument, row: readonly string[], columns: Columns): string {
  const textOf = (key: ColumnKey) => row[placeOf(key, columns)] ?? "";
  const name = readLine(textOf("name"));
  const kind = readKind(textOf("kind"));
  const said = readWord(textOf("outcome"), "outcome", "outcome");
  const outcome = "value" in said ? said.value : undefined;
  const isEnd = "value" in kind ? kind.value.kind === "end" : outcome !== undefined;
  const what: NewStep = isEnd
    ? { kind: "end", outcome: outcome ?? "won" }
    : "value" in kind
      ? kind.value
      : { kind: "contact" };
  return addStep(document, { ...what, ...(name === undefined ? {} : { name }) });
}

/** Joins each new step to the row above it, where a deal goes on from there and nowhere else yet. */
function joinRows(
  document: TouchlineDocument,
  last: string | undefined,
  added: readonly string[],
  typing: string,
): number {
  const { steps, outgoing } = document.snapshot;
  const pairs = added.flatMap((to, at) => {
    const from = at === 0 ? last : added[at - 1];
    const [before, after] = [steps.get(from ?? ""), steps.get(to)];
    if (before === undefined || after === undefined) return [];
    if (before.kind === "end" || after.kind === "start" || outgoing.has(before.id)) return [];
    return [[before.id, to] as const];
  });
  document.edit(() => {
    for (const [from, to] of pairs) addEdge(document, from, to, { max_wait: NEW_WAIT });
  }, typing);
  return pairs.length;
}
