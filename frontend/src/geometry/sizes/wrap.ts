/**
 * Text broken into lines that fit: every word is kept, and a word too long is broken. The drawn
 * chart breaks text by the same rules; `tests/twins/wrap.json` holds both to it.
 */

/** The width of a piece of text, in pixels. */
export type Measure = (text: string) => number;

/** Past this many lines nobody sees whether they are equally long, and trying costs time. */
const MOST_EVEN_LINES = 6;

/** A text of more lines than this stands better in a wider block. */
const MOST_LINES = 8;

/** What is read as one sign (Unicode Standard Annex #29), which no line end may part. */
const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Space at which a line may end: any but a no-break one. */
const BREAK = /[\t\n\r \u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/u;
const LINE_END = /\r\n|[\n\r\u2028\u2029]/u;
const NO_BREAK = /\u00a0/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const UNPRINTABLE = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]/gu;
const DIRECTIONS = /[\u202a-\u202e\u2066-\u2069]/gu;

/**
 * The text with “\ufffd” for each character that no font can show. Marks that turn the direction of
 * what follows are dropped: in a line of their own they would turn the rest of the line.
 */
function printable(text: string): string {
  return text.replace(UNPRINTABLE, "\ufffd").replace(DIRECTIONS, "");
}

/** The words of a text with one space between them. */
export function inOneLine(text: string): string {
  return printable(text).split(BREAK).filter(Boolean).join(" ");
}

/** The lines of a text, each at most `width` wide where that is possible at all. */
export function wrap(text: string, width: number, measure: Measure): string[] {
  const lines: string[] = [];
  const space = measure(" ");
  for (const paragraph of printable(text).split(LINE_END)) {
    let line = "";
    let used = 0;
    for (const word of wordsOf(paragraph, width, measure)) {
      const needed = measure(word);
      if (line === "") {
        line = word;
        used = needed;
      } else if (used + space + needed > width) {
        lines.push(line);
        line = word;
        used = needed;
      } else {
        line = `${line} ${word}`;
        used += space + needed;
      }
    }
    if (line !== "") lines.push(line);
  }
  return lines.length === 0 ? [""] : lines.map((line) => line.replace(NO_BREAK, " "));
}

/** As `wrap`, with as few lines, but about equally long: no single word at the end. */
export function wrapEvenly(text: string, width: number, measure: Measure): string[] {
  const lines = wrap(text, width, measure);
  if (lines.length === 1 || lines.length > MOST_EVEN_LINES) return lines;
  // A line may not become so short that it breaks a word which the width has room for.
  const whole = printable(text)
    .split(BREAK)
    .filter((word) => measure(word) <= width);
  let low = Math.max(width / 2, widest(whole, measure));
  let high = width;
  while (high - low > 2) {
    const middle = (low + high) / 2;
    const tried = wrap(text, middle, measure);
    if (tried.length === lines.length && widest(tried, measure) <= width) high = middle;
    else low = middle;
  }
  return wrap(text, high, measure);
}

/** The width of the widest of the lines, in pixels. */
export function widest(lines: readonly string[], measure: Measure): number {
  return lines.reduce((most, line) => Math.max(most, measure(line)), 0);
}

/** The width at which a text stands well: `width`, or more for a text of very many lines. */
export function comfortableWidth(
  text: string,
  width: number,
  lineHeight: number,
  measure: Measure,
): number {
  const length = measure(inOneLine(text));
  if (length <= width * MOST_LINES * 0.8) return width;
  // A block about three times as wide as it is high is still read as one thing.
  return Math.max(width, Math.sqrt(length * lineHeight * 3));
}

function* wordsOf(paragraph: string, width: number, measure: Measure): Generator<string> {
  for (const word of paragraph.split(BREAK)) {
    if (word === "") continue;
    if (measure(word) <= width) {
      yield word;
      continue;
    }
    let part = "";
    let used = 0;
    for (const { segment } of graphemes.segment(word)) {
      const needed = measure(segment);
      if (part !== "" && used + needed > width) {
        yield part;
        part = "";
        used = 0;
      }
      part += segment;
      used += needed;
    }
    if (part !== "") yield part;
  }
}
