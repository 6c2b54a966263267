/** Widths of text in the bundled fonts, for tests, which have no canvas to measure with. */
import typeface from "~twins/typeface.json";

type Weight = keyof typeof typeface;

/** The width of a text in pixels, as the drawn chart measures it. */
export function bundled(text: string, size: number, weight: Weight): number {
  const widths: Readonly<Record<string, number>> = typeface[weight];
  let ems = 0;
  for (const character of text) {
    const em = widths[character];
    if (em === undefined) throw new Error(`typeface.json has no “${character}”`);
    ems += em;
  }
  return size * ems;
}
