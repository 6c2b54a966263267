/** Where new steps stand: under what they follow, and never on top of another step. */
import type { Snapshot, Step } from "../../model/snapshot";
import { tokens } from "../../theme/tokens";
import type { Box, Point, Size } from "../shapes";
import { stepBox } from "../sizes/stepBox";
import { isFree, placeNear, ROW_GAP } from "./free";
import { onGrid } from "./snapping";

const COLUMN_GAP = 48;
const MOST_COLUMNS = 40;

/** The size of a new step before its words are known. */
export function sizeOfNew(kind: Step["kind"]): Size {
  const { width, minHeight, decisionWidth, decisionMinHeight } = tokens.step;
  return kind === "decision"
    ? { width: decisionWidth, height: decisionMinHeight }
    : { width, height: minHeight };
}

/** The boxes of the steps that stand somewhere. */
export function placedBoxes({ steps }: Snapshot): Map<string, Box> {
  const boxes = new Map<string, Box>();
  for (const step of steps.values()) {
    if (step.x === undefined || step.y === undefined) continue;
    const { width, height } = stepBox(step);
    boxes.set(step.id, { x: step.x, y: step.y, width, height });
  }
  return boxes;
}

/** A free place for a step of this size right under another, or beside what is there already. */
export function placeUnder(above: Box, size: Size, taken: Iterable<Box>): Point {
  const boxes = [...taken];
  const y = onGrid(above.y + above.height + ROW_GAP);
  const middle = above.x + (above.width - size.width) / 2;
  const step = size.width + COLUMN_GAP;
  for (let column = 0; column < MOST_COLUMNS; column += 1) {
    // To the right, then to the left, then further to the right …
    const offset = Math.ceil(column / 2) * (column % 2 === 1 ? 1 : -1) * step;
    const place = { x: middle + offset, y };
    if (isFree({ ...place, ...size }, boxes)) return place;
  }
  return { x: middle, y: Math.max(...boxes.map((box) => box.y + box.height)) + ROW_GAP };
}

/** Places for the steps that stand nowhere yet, near those that they are joined to. */
export function placesForUnplaced(snapshot: Snapshot): Map<string, Point> {
  const taken = placedBoxes(snapshot);
  const places = new Map<string, Point>();
  for (const id of snapshot.stepIds) {
    const step = snapshot.steps.get(id);
    if (step === undefined || taken.has(id)) continue;
    const above = (snapshot.incoming.get(id) ?? [])
      .map((edge) => taken.get(snapshot.edges.get(edge)?.from ?? ""))
      .find((box) => box !== undefined);
    const size = stepBox(step);
    const place =
      above === undefined
        ? placeNear({ x: 0, y: 0 }, size, taken.values())
        : placeUnder(above, size, taken.values());
    places.set(id, place);
    taken.set(id, { ...place, width: size.width, height: size.height });
  }
  return places;
}
