/** Makes room for new steps between those that stand: nothing comes to stand on anything else. */

import type { Box, Point, Size } from "../shapes";
import { isFree, placeNear, ROW_GAP } from "./free";
import { upToGrid } from "./snapping";

/** A step that is to stand somewhere; `at` is where it may stand when it is joined to nothing. */
export interface Newcomer extends Size {
  readonly id: string;
  readonly at?: Point;
}

export interface Join {
  readonly from: string;
  readonly to: string;
}

/** Between what stands side by side, in pixels. */
const BESIDE = 24;

/**
 * The places of new steps, and of the steps that go down to make room for them. What stands keeps
 * its column and never goes up.
 */
export function spaceFor(
  standing: ReadonlyMap<string, Box>,
  newcomers: readonly Newcomer[],
  edges: readonly Join[],
): Map<string, Point> {
  const boxes = new Map(standing);
  for (const group of groupsOf(newcomers, edges)) {
    const [before, after] = neighboursOf(group, boxes, edges);
    const above = lowest(before);
    const below = highest(after.filter((box) => above !== null && box.y >= bottom(above)));
    if (above !== null && below !== null) {
      const outgoing = edges.filter(({ from }) => boxes.get(from) === above).length;
      standBetween(boxes, group, above, below, outgoing > 1 ? [below, above] : [above, below]);
    } else standNear(boxes, group, wantedPlace(group, above, after));
  }
  const places = new Map<string, Point>();
  for (const [id, { x, y }] of boxes) {
    const there = standing.get(id);
    if (there === undefined || there.x !== x || there.y !== y) places.set(id, { x, y });
  }
  return places;
}

/** New steps in a column between two, everything from the lower one on going down as needed. */
function standBetween(
  boxes: Map<string, Box>,
  group: readonly Newcomer[],
  above: Box,
  below: Box,
  columns: readonly Box[],
): void {
  const size = sizeOf(group);
  const gap = below.y - bottom(above);
  const push = Math.max(0, upToGrid(size.height + 2 * ROW_GAP - gap));
  if (push > 0) {
    for (const [id, box] of boxes) {
      if (box.y >= below.y) boxes.set(id, { ...box, y: box.y + push });
    }
  }
  const y = Math.round(bottom(above) + (gap + push - size.height) / 2);
  const x = freeColumn(size, y, columns.map(middle), [...boxes.values()]);
  stack(boxes, group, x, y);
}

/** The left edge of a free column at this height: under one of the middles, else beside it. */
function freeColumn(size: Size, y: number, middles: readonly number[], taken: readonly Box[]) {
  const inWay = taken.filter((box) => box.y < y + size.height + BESIDE && bottom(box) > y - BESIDE);
  const wanted = middles.map((x) => x - size.width / 2);
  const [first = 0] = wanted;
  const beside = inWay
    .flatMap((box) => [box.x + box.width + BESIDE, box.x - size.width - BESIDE])
    .sort((a, b) => Math.abs(a - first) - Math.abs(b - first));
  const free = [...wanted, ...beside].find((x) => isFree({ x, y, ...size }, inWay));
  // The outermost place beside what is in the way is always free.
  return free ?? first;
}

/** New steps in a column at the free place nearest to where they are wanted. */
function standNear(boxes: Map<string, Box>, group: readonly Newcomer[], wanted: Point): void {
  const { x, y } = placeNear(wanted, sizeOf(group), boxes.values());
  stack(boxes, group, x, y);
}

function stack(boxes: Map<string, Box>, group: readonly Newcomer[], left: number, top: number) {
  const size = sizeOf(group);
  let y = top;
  for (const { id, width, height } of group) {
    boxes.set(id, { x: Math.round(left + (size.width - width) / 2), y, width, height });
    y += height + ROW_GAP;
  }
}

function wantedPlace(group: readonly Newcomer[], above: Box | null, after: readonly Box[]): Point {
  const size = sizeOf(group);
  const [next] = after;
  if (above !== null && next !== undefined) {
    // A way back or across: beside the middle between both.
    return {
      x: (middle(above) + middle(next) - size.width) / 2,
      y: (above.y + bottom(above) + next.y + bottom(next)) / 4 - size.height / 2,
    };
  }
  if (above !== null) {
    return { x: middle(above) - size.width / 2, y: bottom(above) + ROW_GAP };
  }
  if (next !== undefined) {
    return { x: middle(next) - size.width / 2, y: next.y - ROW_GAP - size.height };
  }
  return group[0]?.at ?? { x: 0, y: 0 };
}

/** The steps that a group follows, and those that follow it. */
function neighboursOf(
  group: readonly Newcomer[],
  boxes: ReadonlyMap<string, Box>,
  edges: readonly Join[],
): [Box[], Box[]] {
  const ids = new Set(group.map(({ id }) => id));
  const before = edges.flatMap(({ from, to }) => (ids.has(to) ? (boxes.get(from) ?? []) : []));
  const after = edges.flatMap(({ from, to }) => (ids.has(from) ? (boxes.get(to) ?? []) : []));
  return [before, after];
}

/** The new steps that hang together, each group in the order in which its edges run. */
function groupsOf(newcomers: readonly Newcomer[], edges: readonly Join[]): Newcomer[][] {
  const waiting = new Map(newcomers.map((one) => [one.id, one]));
  const among = edges.filter(({ from, to }) => waiting.has(from) && waiting.has(to));
  const leads = new Map<string, string[]>();
  for (const { from, to } of among) leads.set(from, [...(leads.get(from) ?? []), to]);
  const led = new Set(among.map(({ to }) => to));
  const groups: Newcomer[][] = [];
  const follow = (id: string, group: Newcomer[]) => {
    const one = waiting.get(id);
    if (one === undefined) return;
    waiting.delete(id);
    group.push(one);
    for (const next of leads.get(id) ?? []) follow(next, group);
  };
  // Those that no other new step leads to begin a group; a ring of new ones begins anywhere.
  const heads = newcomers.filter(({ id }) => !led.has(id));
  for (const { id } of [...heads, ...newcomers]) {
    const group: Newcomer[] = [];
    follow(id, group);
    if (group.length > 0) groups.push(group);
  }
  return groups;
}

function sizeOf(group: readonly Size[]): Size {
  const heights = group.reduce((sum, { height }) => sum + height, 0);
  return {
    width: Math.max(...group.map(({ width }) => width)),
    height: heights + (group.length - 1) * ROW_GAP,
  };
}

function lowest(boxes: readonly Box[]): Box | null {
  return boxes.reduce<Box | null>(
    (best, box) => (best === null || bottom(box) > bottom(best) ? box : best),
    null,
  );
}

function highest(boxes: readonly Box[]): Box | null {
  return boxes.reduce<Box | null>(
    (best, box) => (best === null || box.y < best.y ? box : best),
    null,
  );
}

const bottom = (box: Box) => box.y + box.height;
const middle = (box: Box) => box.x + box.width / 2;
