/** How wide text is in the editor's typeface, as the canvas draws it. */

import { tokens } from "../../theme/tokens";
import { createStore } from "../../ui/store";

export interface Type {
  /** The font as CSS writes it. */
  readonly font: string;
  /** From one line to the next, in pixels. */
  readonly line: number;
}

const { family, fallback, step, label } = tokens.font;

export const NAME_TYPE: Type = {
  font: `${step.weight} ${step.size}px ${family}, ${fallback}`,
  line: step.lineHeight,
};
export const DETAIL_TYPE: Type = {
  font: `400 ${label.size}px ${family}, ${fallback}`,
  line: label.lineHeight,
};

/** Counts up whenever the typeface has loaded more of itself, and widths may be others. */
export const typefaceLoads = createStore(0);

const widths = new Map<string, Map<string, number>>();
const LONGEST_KEPT = 40;
const MOST_KEPT = 20_000;
let context: CanvasRenderingContext2D | null = null;

if (typeof document !== "undefined") {
  document.fonts.addEventListener("loadingdone", () => {
    widths.clear();
    typefaceLoads.set((loads) => loads + 1);
  });
}

/** How long a chart waits for its letters, in milliseconds; they may hang on a dead network. */
const PATIENCE = 2000;

/**
 * Resolves once names and details can be measured as they will be drawn, or will not be for now: a
 * typeface that comes later has everything measured anew.
 */
export async function typefaceLoaded(): Promise<void> {
  const loads = [NAME_TYPE, DETAIL_TYPE].map(({ font }) => document.fonts.load(font));
  const tooLong = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  await Promise.race([Promise.allSettled(loads), tooLong]);
}

/** The width of a piece of text on one line, in pixels. */
export function textWidth(text: string, { font }: Type): number {
  let known = widths.get(font);
  if (known === undefined || known.size > MOST_KEPT) {
    known = new Map();
    widths.set(font, known);
  }
  const before = known.get(text);
  if (before !== undefined) return before;
  const width = measure(text, font);
  if (text.length <= LONGEST_KEPT) known.set(text, width);
  return width;
}

function measure(text: string, font: string): number {
  context ??= document.createElement("canvas").getContext("2d");
  // Without a 2D canvas there is nothing to draw on either; a usual width keeps the editor going.
  if (context === null) return text.length * 7;
  if (context.font !== font) context.font = font;
  return context.measureText(text).width;
}
