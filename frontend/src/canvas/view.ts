/** Which part of the canvas is in view. */
import type { Box } from "./route";

export interface View {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

export interface Room {
  readonly width: number;
  readonly height: number;
}

/** Around what is framed, in pixels on the screen. */
const PADDING = 56;
const LEAST_ZOOM = 0.05;
/** A process is opened as a whole where its names can be read so. */
const READABLE = 0.75;

/** The view that holds all of these boxes, at most at this zoom; null when there are none. */
export function viewOf(boxes: readonly Box[], room: Room, mostZoom: number): View | null {
  const bounds = boundsOf(boxes);
  if (bounds === null) return null;
  const fits = Math.min(
    (room.width - 2 * PADDING) / bounds.width,
    (room.height - 2 * PADDING) / bounds.height,
  );
  const zoom = Math.max(Math.min(fits, mostZoom), LEAST_ZOOM);
  return {
    x: room.width / 2 - zoom * (bounds.x + bounds.width / 2),
    y: room.height / 2 - zoom * (bounds.y + bounds.height / 2),
    zoom,
  };
}

/** The view to open a process with: all of it where it can be read, else its beginning. */
export function openingView(boxes: readonly Box[], room: Room): View {
  const bounds = boundsOf(boxes);
  const whole = viewOf(boxes, room, 1);
  if (bounds === null || whole === null) {
    return { x: room.width / 2, y: room.height / 3, zoom: 1 };
  }
  if (whole.zoom >= READABLE) return whole;
  const across = (room.width - 2 * PADDING) / bounds.width;
  const zoom = Math.min(Math.max(across, READABLE), 0.9);
  const highest = boxes.reduce((best, box) => (box.y < best.y ? box : best));
  const middle = across >= zoom ? bounds.x + bounds.width / 2 : highest.x + highest.width / 2;
  return { x: room.width / 2 - zoom * middle, y: PADDING - zoom * bounds.y, zoom };
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
