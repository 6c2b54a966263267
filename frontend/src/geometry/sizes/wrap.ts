/** Text broken into lines that fit: every word is kept, and a word too long is broken. */

/** The width of a piece of text, in pixels. */
export type Measure = (text: string) => number;

/** Past this many lines nobody sees whether they are equally long, and trying costs time. */
const MOST_EVEN_LINES = 6;

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** The lines of a text, each at most `width` wide where that is possible at all. */
export function wrap(text: string, width: number, measure: Measure): string[] {
  const lines: string[] = [];
  const space = measure(" ");
  for (const paragraph of text.split(/\r\n|[\n\r\v\f\u2028\u2029]/)) {
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
  return lines.length === 0 ? [""] : lines;
}

/** As `wrap`, with as few lines, but about equally long: no single word at the end. */
export function wrapEvenly(text: string, width: number, measure: Measure): string[] {
  const lines = wrap(text, width, measure);
  if (lines.length === 1 || lines.length > MOST_EVEN_LINES) return lines;
  // A line may not become so short that it breaks a word which the width has room for.
  const whole = text.split(/\s+/).filter((word) => measure(word) <= width);
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
  mostLines = 8,
): number {
  const length = measure(text);
  if (length <= width * mostLines * 0.8) return width;
  // A block about three times as wide as it is high is still read as one thing.
  return Math.max(width, Math.sqrt(length * lineHeight * 3));
}

function* wordsOf(paragraph: string, width: number, measure: Measure): Generator<string> {
  for (const word of paragraph.split(/\s+/)) {
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
