/** Copy, cut and paste of cells, as text that spreadsheets take and give. */
import { useEffect } from "react";
import { isTyping } from "../../commands/keys";
import { pasteText } from "../../editing/clipboard";
import { undo } from "../../editing/undoing";
import { type Editor, useEditor } from "../../session/Editor";
import { say, sayProblem } from "../../ui/notices/notices";
import { onClipboard } from "../../ui/onClipboard";
import { cellText } from "../cells/cellText";
import { clearCells } from "../cells/clearing";
import { quoted } from "../cells/refusals";
import { COLUMNS } from "../columns/columns";
import { type HeadedBlock, readHeadings } from "../paste/headings";
import { type Pasted, pasteBlock } from "../paste/paste";
import { parseTsv, writeTsv } from "../paste/tsv";
import { NEW } from "./gridState";
import type { OutlineGrid } from "./OutlineGrid";

export function useGridClipboard(grid: OutlineGrid): void {
  const editor = useEditor();
  useEffect(() => {
    const copy = (event: ClipboardEvent) => {
      if (!isForGrid(event, grid) || event.clipboardData === null) return;
      const rows = grid.selectedRows();
      if (rows.length === 0) return;
      event.preventDefault();
      event.clipboardData.setData("text/plain", selectedText(grid, editor));
      if (event.type !== "cut") return;
      const why = clearCells(editor.document, rows, grid.bounds());
      if (why !== null) say(why);
    };
    const paste = (event: ClipboardEvent) => {
      if (!isForGrid(event, grid) || event.clipboardData === null) return;
      event.preventDefault();
      const text = event.clipboardData.getData("text/plain");
      try {
        if (isProcess(text)) pasteText(editor, text).catch(sayProblem);
        else pasteCells(grid, editor, text);
      } catch (error) {
        sayProblem(error);
      }
    };
    return onClipboard(copy, paste);
  }, [grid, editor]);
}

function isForGrid(event: ClipboardEvent, grid: OutlineGrid): boolean {
  return grid.hasFocus && !isTyping(event.target) && !isTyping(document.activeElement);
}

/** Whether a text is steps as YAML, as they are copied on the canvas. */
function isProcess(text: string): boolean {
  return /^(?:touchline|steps):/m.test(text);
}

function selectedText(grid: OutlineGrid, { document }: Editor): string {
  const { left, right } = grid.bounds();
  const { snapshot } = document;
  return writeTsv(
    grid.selectedRows().map((id) => {
      const step = snapshot.steps.get(id);
      return COLUMNS.slice(left, right + 1).map(({ key }) =>
        step === undefined ? "" : cellText(snapshot, step, key),
      );
    }),
  );
}

function pasteCells(grid: OutlineGrid, editor: Editor, text: string): void {
  if (text.trim() === "") {
    say("There is nothing on the clipboard to paste.");
    return;
  }
  const block = parseTsv(text);
  const headed = readHeadings(block);
  const pasted =
    headed === null ? pasteHere(grid, editor, block) : pasteUnder(grid, editor, headed);
  if (pasted === null) return;
  grid.setRefusals(pasted.refusals);
  grid.show(pasted.rows);
  say([...wordsOf(pasted), ...(headed === null ? [] : wordsOfHeadings(headed))].join(" "), {
    label: "Undo",
    run: () => undo(editor),
  });
}

/** Pastes from the cell that has the keys on; nothing where no row has them. */
function pasteHere(
  grid: OutlineGrid,
  { document }: Editor,
  block: readonly (readonly string[])[],
): Pasted | null {
  const { rows, sort, at } = grid.state.get();
  const { top, bottom, left, right } = grid.bounds();
  if (top < 0) return null;
  const column = at.row === NEW ? 0 : left;
  const [height, width] = at.row === NEW ? [1, 1] : [bottom - top + 1, right - left + 1];
  const place = { row: top, column, height, width };
  const pasted = pasteBlock(document, block, { rows, ...place, joins: sort === null });
  const last = COLUMNS.length - 1;
  const tall = Math.max(block.length, height % block.length === 0 ? height : 0);
  const across = Math.max(...block.map((row) => row.length));
  const wide = Math.max(across, width % across === 0 ? width : 0);
  if (pasted.added.length === 0) {
    const end = { row: top + tall - 1, column: Math.min(column + wide - 1, last) };
    grid.selectBlock({ row: top, column }, end);
  } else grid.go({ row: pasted.added[0] ?? NEW, column });
  return pasted;
}

/** Pastes from the row that has the keys on, each cell into the column that its heading names. */
function pasteUnder(grid: OutlineGrid, { document }: Editor, headed: HeadedBlock): Pasted {
  const { rows, sort } = grid.state.get();
  const row = Math.max(grid.bounds().top, 0);
  const place = { row, column: 0, height: 1, width: 1 };
  const { columns } = headed;
  const target = { rows, ...place, columns, joins: sort === null };
  const pasted = pasteBlock(document, headed.rows, target);
  // The keys go to the first column: whatever was pasted, it is the name that tells the rows apart.
  if (pasted.added.length > 0) grid.go({ row: pasted.added[0] ?? NEW, column: 0 });
  else grid.selectBlock({ row, column: 0 }, { row: row + headed.rows.length - 1, column: 0 });
  return pasted;
}

function wordsOf({ cells, added, joined, refusals, cutOff }: Pasted): string[] {
  const words = [`${counted(cells, "cell")} pasted.`];
  if (added.length > 0) {
    const go = joined === 1 ? "goes" : "go";
    const onward = joined === 0 ? "" : `; ${joined} of them ${go} on from the row above`;
    words.push(`${counted(added.length, "step")} added${onward}.`);
  }
  if (refusals.length > 0) words.push(`${counted(refusals.length, "cell")} did not take it.`);
  if (cutOff) words.push("What was to the right of the last column was left out.");
  return words;
}

function wordsOfHeadings({ unknown, beside }: HeadedBlock): string[] {
  const words: string[] = [];
  if (unknown.length > 0) {
    const names = new Intl.ListFormat("en-GB").format(unknown.map(quoted));
    words.push(
      unknown.length === 1
        ? `${names} was left out: there is no such column.`
        : `${names} were left out: there are no such columns.`,
    );
  }
  if (beside) words.push("What has no heading was left out.");
  return words;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
