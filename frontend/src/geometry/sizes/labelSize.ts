/** How large the label of an edge and the badge of a silence are drawn. */
import { parseDuration } from "../../model/duration";
import type { Edge } from "../../model/snapshot";
import type { Size } from "../shapes";
import { DETAIL_TYPE, textWidth } from "./typeface";
import { widest, wrap } from "./wrap";

/** As in the style sheet, in pixels. */
const MOST_WIDTH = 160;
const PLATE = { x: 6, y: 4 };
const WORDS_PADDING = 8;
const ICON = 15;
const BADGE = { x: 32, y: 6 };

const BOLD = { ...DETAIL_TYPE, font: DETAIL_TYPE.font.replace(/^400/, "700") };
const wide = (text: string) => textWidth(text, BOLD);

export function labelSize(edge: Edge): Size {
  const room = MOST_WIDTH - PLATE.x - WORDS_PADDING;
  const lines = [
    ...(edge.when === undefined ? [] : wrap(edge.when, room, wide)),
    ...wrap(sayWait(edge), room - ICON, wide),
    ...(edge.share === undefined ? [] : [sayShare(edge.share)]),
  ];
  return {
    width: Math.min(MOST_WIDTH, widest(lines, wide) + ICON + PLATE.x + WORDS_PADDING),
    height: lines.length * DETAIL_TYPE.line + PLATE.y,
  };
}

export function badgeSize(words: string): Size {
  return { width: wide(words) + BADGE.x, height: DETAIL_TYPE.line + BADGE.y };
}

/** “≤ 3 days”, “at once”; an undecided wait is called so. */
export function sayWait({ max_wait }: { max_wait?: string | undefined }): string {
  if (max_wait === undefined) return "no wait set";
  const wait = parseDuration(max_wait);
  return wait !== null && wait.minutes + wait.weeks === 0 ? "at once" : `≤ ${max_wait}`;
}

export function sayShare(share: number): string {
  return `${Math.round(share * 1000) / 10} % of deals`;
}
