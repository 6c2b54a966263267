/** Which part of the canvas is in view. */
import type { Box, Point } from "../../geometry/shapes";
import type { Snapshot } from "../../model/snapshot";

export interface View {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** What there is of the screen to show a part of the canvas in. */
export interface Pane {
  readonly width: number;
  readonly height: number;
  /** Whether the map of the process covers the lower right corner. */
  readonly mapped: boolean;
}

/** From this many steps on there is a map, */
const SMALLEST_MAPPED = 6;
/** and on a canvas of this size, in pixels; on a smaller one, as at 200 % zoom, it would be in the way. */
const SMALLEST_WITH_MAP = { width: 480, height: 300 };
/** The map and the space around it, in pixels, as in its style sheet. */
const MAP = { width: 168 + 24, height: 112 + 24 };
/** Around what is framed, in pixels on the screen; the bar for zooming is not as high as that. */
const PADDING = 56;
/** And at most this part of a side, so that a low canvas does not go to the room around it. */
const MOST_PADDING = 0.12;
/** From the edge of the view to a step that was brought into it. */
const MARGIN = 60;
/** The bar for zooming and the space around it, likewise. */
const BAR = { width: 256 + 24, height: 40 + 24 };
/** How far a view may be moved aside when it opens, the nearest first. */
const SHIFTS = [0, 40, -40, 80, -80, 120, -120, 160, -160, 200, -200, 240, -240];
/** How far one can zoom out at least; farther where a process is seen as a whole only from there. */
export const LEAST_ZOOM = 0.05;
/** A process is opened as a whole where its names can be read so, if not with ease; */
const READABLE = 0.65;
/** else its beginning is shown at least so large. */
const COMFORTABLE = 0.75;

export function hasMap(steps: number, { width, height }: Omit<Pane, "mapped">): boolean {
  const { width: wide, height: high } = SMALLEST_WITH_MAP;
  return steps >= SMALLEST_MAPPED && width >= wide && height >= high;
}

/**
 * The view that holds all of these boxes, none of them under the map, at most at this zoom; null
 * when there are none.
 */
export function viewOf(boxes: readonly Box[], pane: Pane, mostZoom: number): View | null {
  const bounds = boundsOf(boxes);
  if (bounds === null) return null;
  const whole = viewWithin(bounds, pane.width, pane.height, mostZoom);
  if (!boxes.some((box) => isUnderMap(onScreen(box, whole), pane))) return whole;
  // Beside the map or above it, whichever shows more.
  const beside = viewWithin(bounds, pane.width - MAP.width, pane.height, mostZoom);
  const above = viewWithin(bounds, pane.width, pane.height - MAP.height, mostZoom);
  return beside.zoom >= above.zoom ? beside : above;
}

/** How far one can zoom out: until all of these boxes are in view, and to 5 % in any case. */
export function leastZoom(boxes: readonly Box[], pane: Pane): number {
  return Math.min(LEAST_ZOOM, viewOf(boxes, pane, 1)?.zoom ?? 1);
}

/** How far to move the view so that a step, as it is on the screen, comes into it; 0 when it is. */
export function shiftIntoView(step: Box, pane: Pane): Point {
  const shift = {
    x: intoView(step.x, step.width, pane.width),
    y: intoView(step.y, step.height, pane.height),
  };
  const there = { ...step, x: step.x + shift.x, y: step.y + shift.y };
  if (!isUnderMap(there, pane)) return shift;
  const left = there.x + there.width - (pane.width - MAP.width);
  const up = there.y + there.height - (pane.height - MAP.height);
  return left < up ? { ...shift, x: shift.x - left } : { ...shift, y: shift.y - up };
}

/** Whether all of a box can be seen in a view, and the map is not over it. */
export function isInView(box: Box, view: View, pane: Pane): boolean {
  const there = onScreen(box, view);
  return (
    there.x >= 0 &&
    there.y >= 0 &&
    there.x + there.width <= pane.width &&
    there.y + there.height <= pane.height &&
    !isUnderMap(there, pane)
  );
}

/** Whether any of a box can be seen in a view of this size. */
export function isPartlyInView(box: Box, view: View, pane: Omit<Pane, "mapped">): boolean {
  const { x, y, width, height } = onScreen(box, view);
  return x < pane.width && y < pane.height && x + width > 0 && y + height > 0;
}

/**
 * The view at the same zoom in which these boxes are seen: all of them where there is room, else
 * some, which may be the same view.
 */
export function moveIntoView(boxes: readonly Box[], view: View, pane: Pane): View {
  const unseen = boxes.filter((box) => !isInView(box, view, pane));
  const [first] = unseen;
  const bounds = boundsOf(boxes);
  if (first === undefined || bounds === null) return view;
  const { width, height } = onScreen(bounds, view);
  const fits = width <= pane.width - 2 * MARGIN && height <= pane.height - 2 * MARGIN;
  if (!fits && unseen.length < boxes.length) return view;
  const shift = shiftIntoView(onScreen(fits ? bounds : first, view), pane);
  return { x: view.x + shift.x, y: view.y + shift.y, zoom: view.zoom };
}

function viewWithin(bounds: Box, width: number, height: number, mostZoom: number): View {
  const within = (side: number) => side - 2 * Math.min(PADDING, side * MOST_PADDING);
  const fits = Math.min(within(width) / bounds.width, within(height) / bounds.height);
  const zoom = Math.min(fits, mostZoom);
  return {
    x: width / 2 - zoom * (bounds.x + bounds.width / 2),
    y: height / 2 - zoom * (bounds.y + bounds.height / 2),
    zoom,
  };
}

/** How far to move the view so that a span comes into it; 0 when it is there already. */
function intoView(start: number, length: number, side: number): number {
  const end = start + length;
  // In little room it stands in the middle of it, and what does not fit is seen from its beginning.
  const margin = Math.min(MARGIN, Math.max((side - length) / 2, 0));
  if (start >= margin && end <= side - margin) return 0;
  if (length > side - 2 * margin || start < margin) return margin - start;
  return side - margin - end;
}

/** A zoom in percent as it is said: whole, but for less than one. */
export function percentOf(zoom: number): number {
  const percent = zoom * 100;
  return percent >= 1 ? Math.round(percent) : Number(percent.toPrecision(1));
}

/** Where a box on the canvas is on the screen. */
export function onScreen({ x, y, width, height }: Box, view: View): Box {
  const { zoom } = view;
  return {
    x: x * zoom + view.x,
    y: y * zoom + view.y,
    width: width * zoom,
    height: height * zoom,
  };
}

function isUnderMap(box: Box, pane: Pane): boolean {
  return (
    pane.mapped &&
    box.x + box.width > pane.width - MAP.width &&
    box.y + box.height > pane.height - MAP.height
  );
}

function isUnderBar(box: Box, pane: Pane): boolean {
  return box.x < BAR.width && box.y + box.height > pane.height - BAR.height;
}

/** The view to open a process with: all of it where it can be read, else its beginning. */
export function openingView(boxes: readonly Box[], pane: Pane): View {
  const bounds = boundsOf(boxes);
  const whole = viewOf(boxes, pane, 1);
  if (bounds === null || whole === null) {
    return { x: pane.width / 2, y: pane.height / 3, zoom: 1 };
  }
  if (whole.zoom >= READABLE) return whole;
  const across = (pane.width - 2 * PADDING) / bounds.width;
  const zoom = Math.min(Math.max(across, COMFORTABLE), 0.9);
  const highest = boxes.reduce((best, box) => (box.y < best.y ? box : best));
  const middle = across >= zoom ? bounds.x + bounds.width / 2 : highest.x + highest.width / 2;
  const view = { x: pane.width / 2 - zoom * middle, y: PADDING - zoom * bounds.y, zoom };
  return besideCorners(boxes, view, highest, pane);
}

/** The view, moved aside as little as need be for no step to lie under the map or the zoom bar. */
function besideCorners(boxes: readonly Box[], view: View, highest: Box, pane: Pane): View {
  for (const shift of SHIFTS) {
    const shifted = { ...view, x: view.x + shift };
    const covered = boxes.some((box) => {
      const there = onScreen(box, shifted);
      const isSeen = there.y < pane.height && there.x < pane.width && there.x + there.width > 0;
      return isSeen && (isUnderMap(there, pane) || isUnderBar(there, pane));
    });
    if (!covered && isInView(highest, shifted, pane)) return shifted;
  }
  return view;
}

function boundsOf(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null;
  let [left, top, right, bottom] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (const box of boxes) {
    left = Math.min(left, box.x);
    top = Math.min(top, box.y);
    right = Math.max(right, box.x + box.width);
    bottom = Math.max(bottom, box.y + box.height);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** What there is of the screen to show these steps in. */
export function paneOf(canvas: { width: number; height: number }, { steps }: Snapshot): Pane {
  const { width, height } = canvas;
  return { width, height, mapped: hasMap(steps.size, { width, height }) };
}
