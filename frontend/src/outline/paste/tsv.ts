/**
 * Blocks of cells as spreadsheets put them on the clipboard: a line a row, a tab between cells. A
 * cell that holds a tab or a line break, or begins with a quote, stands in quotes, with each quote
 * in it doubled.
 */

const NEEDS_QUOTES = /[\t\n\r]|^"/;

/** The rows of a copied text, each a list of its cells; they need not be equally long. */
export function parseTsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (true) {
    const cell = quotedCell(text, at) ?? plainCell(text, at);
    row.push(cell.text);
    at = cell.end;
    if (text[at] === "\t") {
      at += 1;
      continue;
    }
    rows.push(row);
    row = [];
    at += text.startsWith("\r\n", at) ? 2 : 1;
    // A line break at the very end closes the last row and begins none.
    if (at >= text.length) return rows;
  }
}

/** The text that spreadsheets take for these rows. */
export function writeTsv(rows: readonly (readonly string[])[]): string {
  const text = rows.map((row) => row.map(writeCell).join("\t")).join("\n");
  const last = rows.at(-1);
  // A last row that is one empty cell would be taken for the end of the row before.
  return last?.length === 1 && last[0] === "" ? `${text}\n` : text;
}

function writeCell(text: string): string {
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

interface Cell {
  readonly text: string;
  /** Where the tab, the line break or the end after it is. */
  readonly end: number;
}

function plainCell(text: string, from: number): Cell {
  let end = from;
  while (end < text.length && !isSeparator(text[end])) end += 1;
  return { text: text.slice(from, end), end };
}

/** A cell in quotes; null when there is none here, as when quotes are only part of the words. */
function quotedCell(text: string, from: number): Cell | null {
  if (text[from] !== '"') return null;
  for (let at = text.indexOf('"', from + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    if (text[at + 1] === '"') {
      at += 1;
      continue;
    }
    if (at + 1 < text.length && !isSeparator(text[at + 1])) return null;
    const inside = text.slice(from + 1, at).replaceAll('""', '"');
    return { text: inside.replace(/\r\n?/g, "\n"), end: at + 1 };
  }
  return null;
}

function isSeparator(character: string | undefined): boolean {
  return character === "\t" || character === "\n" || character === "\r";
}
