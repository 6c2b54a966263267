/** The name of a step as it is written when the chart is seen from afar: alone, and as large as fits. */
import { fitsDiamond, type StepBox, type Words, widthForName } from "./stepBox";
import { NAME_TYPE, textWidth } from "./typeface";
import { widest, wrapEvenly } from "./wrap";

export interface NameFromAfar {
  readonly lines: readonly string[];
  /** How many times larger than usual. */
  readonly scale: number;
}

/** Larger names would shout where there is room for them; smaller steps would not be seen. */
const SCALES = [1.7, 1.55, 1.4, 1.25, 1.1];
/** Above and below the name, in pixels. */
const MARGIN = 5;

const known = new WeakMap<StepBox, NameFromAfar | null>();

/** The largest name that fits the box of a step without breaking a word; null when none is larger. */
export function nameFromAfar(step: Words, box: StepBox): NameFromAfar | null {
  const before = known.get(box);
  if (before !== undefined) return before;
  const name = largest(step, box);
  known.set(box, name);
  return name;
}

function largest(step: Words, box: StepBox): NameFromAfar | null {
  for (const scale of SCALES) {
    const lines = step.kind === "decision" ? inDiamond(step, box, scale) : inBox(step, box, scale);
    if (lines !== null) return { lines, scale };
  }
  return null;
}

function inBox(step: Words, box: StepBox, scale: number): string[] | null {
  const measure = (text: string) => textWidth(text, NAME_TYPE) * scale;
  const room = widthForName(step, box.width);
  if (widest(step.name.split(/\s+/), measure) > room) return null;
  const lines = wrapEvenly(step.name, room, measure);
  const fits = lines.length * NAME_TYPE.line * scale <= box.height - 2 * MARGIN;
  return fits ? lines : null;
}

function inDiamond(step: Words, box: StepBox, scale: number): string[] | null {
  const measure = (text: string) => textWidth(text, NAME_TYPE) * scale;
  const longest = widest(step.name.split(/\s+/), measure);
  for (let room = box.width * 0.86; room > longest; room *= 0.9) {
    const lines = wrapEvenly(step.name, room, measure);
    // The diamond about the larger name is the usual one, seen that much smaller.
    if (fitsDiamond(lines, [], box.width / scale, box.height / scale)) return lines;
  }
  return null;
}
