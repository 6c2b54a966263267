/**
 * How large a step is drawn, and its lines of text: as in the exported chart, to which
 * `tests/twins/step_box.json` holds it.
 */
import { isTouch, type Snapshot, type Step } from "../../model/snapshot";
import { defaultStepName } from "../../model/words";
import { tokens } from "../../theme/tokens";
import type { Size } from "../shapes";
import { DETAIL_TYPE, NAME_TYPE, textWidth, typefaceLoads } from "./typeface";
import { comfortableWidth, inOneLine, widest, wrap, wrapEvenly } from "./wrap";

export interface StepBox {
  readonly name: readonly string[];
  readonly details: readonly string[];
  /** In pixels, as is the height. */
  readonly width: number;
  readonly height: number;
}

export const ICON_SIZE = 20;
export const ICON_GAP = 9;
export const DETAIL_GAP = 3;
const DIAMOND_RATIO = 2.1;
const DIAMOND_MARGIN = 12;
/** In square pixels: of longer texts the search for their diamond begins nearer its end. */
const LONG_TEXT_AREA = 30_000;
const { width, minHeight, decisionWidth, decisionMinHeight, paddingX, paddingY } = tokens.step;

const nameWidth = (text: string) => textWidth(text, NAME_TYPE);
const detailWidth = (text: string) => textWidth(text, DETAIL_TYPE);

/** What the size of a step depends on. */
export type Words = Pick<Step, "name" | "kind" | "channel" | "outcome" | "duration" | "owner">;

let boxes = new WeakMap<Words, StepBox>();
typefaceLoads.subscribe(() => {
  boxes = new WeakMap();
});

/** The box of a step: every word of it wrapped, none left out. */
export function stepBox(step: Words): StepBox {
  const known = boxes.get(step);
  if (known !== undefined) return known;
  const box = step.kind === "decision" ? decisionBox(step) : plainBox(step);
  boxes.set(step, box);
  return box;
}

/** What a step is, in a word or two: “Video call”, “Won”, “Task”. */
export function sayKind({ kind, channel, outcome }: Words): string {
  return defaultStepName(kind, channel, outcome);
}

/** What stands under the name: what the step is, how long it takes, and who does it. */
export function detailsOf(step: Words): string[] {
  const word = sayKind(step);
  const kind = step.channel && step.kind !== "contact" ? `${word}, ${step.channel}` : word;
  // A step that is called what it is need not say so twice.
  const first = [kind === step.name ? undefined : kind, step.duration].filter(Boolean);
  return [first.join(" · "), step.owner ?? ""].filter((line) => line !== "");
}

/** How much of the width of a box, in pixels, is for the name of a step that is no decision. */
export function widthForName(step: Pick<Words, "kind" | "channel">, boxWidth: number): number {
  // Where the right side is round or folded, text keeps clear of it.
  const isNarrowing = step.kind === "start" || step.kind === "end" || isTouch(step);
  const right = paddingX + (isNarrowing ? 6 : 0);
  return boxWidth - (paddingX + ICON_SIZE + ICON_GAP) - right;
}

function plainBox(step: Words): StepBox {
  const usual = widthForName(step, width);
  const room = comfortableWidth(step.name, usual, NAME_TYPE.line, nameWidth);
  const name = wrapEvenly(step.name, room, nameWidth);
  const details = detailsOf(step).flatMap((text) => wrap(text, room, detailWidth));
  const wide = Math.max(widest(name, nameWidth), widest(details, detailWidth));
  return {
    name,
    details,
    width: Math.max(width, Math.ceil(wide + width - usual)),
    height: Math.max(minHeight, Math.ceil(textHeight(name, details) + 2 * paddingY)),
  };
}

/** The smallest diamond whose lines fit between its slanting sides. */
function decisionBox(step: Words): StepBox {
  const owner = step.owner ?? "";
  const area =
    nameWidth(inOneLine(step.name)) * NAME_TYPE.line +
    detailWidth(inOneLine(owner)) * NAME_TYPE.line;
  // The largest rectangle in a diamond has a quarter of its box. Short texts do better, since
  // their lines can be longer in the middle.
  const share = area < LONG_TEXT_AREA ? 0.5 : 0.3;
  let height = Math.max(decisionMinHeight, Math.sqrt(area / share / DIAMOND_RATIO));
  for (;;) {
    const wide = Math.max(decisionWidth, height * DIAMOND_RATIO);
    const filled = fillDiamond(step.name, owner, wide, height);
    if (filled !== null) return { ...filled, width: Math.ceil(wide), height: Math.ceil(height) };
    height *= 1.06;
  }
}

function fillDiamond(text: string, owner: string, wide: number, height: number) {
  const widestRoom = wide * (height < 3 * decisionMinHeight ? 0.86 : 0.62);
  for (let room = widestRoom; room > 60; room *= 0.9) {
    const name = wrapEvenly(text, room, nameWidth);
    const details = owner === "" ? [] : wrap(owner, room, detailWidth);
    if (fitsDiamond(name, details, wide, height)) return { name, details };
  }
  return null;
}

/** Whether lines fit between the slanting sides of a diamond, all of these in pixels. */
export function fitsDiamond(
  name: readonly string[],
  details: readonly string[],
  wide: number,
  height: number,
): boolean {
  let y = -textHeight(name, details) / 2;
  const fits = (line: string, measure: (text: string) => number, lineHeight: number) => {
    const farthest = Math.max(Math.abs(y + 2), Math.abs(y + lineHeight - 2));
    y += lineHeight;
    return measure(line) <= wide * (1 - (2 * farthest) / height) - DIAMOND_MARGIN;
  };
  if (!name.every((line) => fits(line, nameWidth, NAME_TYPE.line))) return false;
  y += DETAIL_GAP;
  return details.every((line) => fits(line, detailWidth, DETAIL_TYPE.line));
}

function textHeight(name: readonly string[], details: readonly string[]): number {
  const below = details.length === 0 ? 0 : DETAIL_GAP + details.length * DETAIL_TYPE.line;
  return name.length * NAME_TYPE.line + below;
}

/** The drawn size of each step, for the layout. */
export function sizesOf({ steps }: Snapshot): Record<string, Size> {
  return Object.fromEntries(
    [...steps.values()].map((step) => {
      const { width, height } = stepBox(step);
      return [step.id, { width, height }];
    }),
  );
}
