/** Finds boxes by where they lie, without looking at all of them. */
import type { Box } from "../shapes";

/** Boxes are looked up by the squares of this size that they lie in. */
const CELL = 256;
/** More cells than any process is high. */
const ROWS = 65_536;

export class Grid {
  private readonly cells = new Map<number, Set<string>>();

  put(id: string, box: Box): void {
    for (const key of cellsOf(box)) {
      const cell = this.cells.get(key);
      if (cell === undefined) this.cells.set(key, new Set([id]));
      else cell.add(id);
    }
  }

  /** Takes out what was put in with this box. */
  take(id: string, box: Box): void {
    for (const key of cellsOf(box)) {
      const cell = this.cells.get(key);
      cell?.delete(id);
      if (cell?.size === 0) this.cells.delete(key);
    }
  }

  /** What lies in the squares that an area touches, near to it if not within. */
  near(area: Box): Set<string> {
    const found = new Set<string>();
    for (const key of cellsOf(area)) for (const id of this.cells.get(key) ?? []) found.add(id);
    return found;
  }
}

function* cellsOf({ x, y, width, height }: Box): Iterable<number> {
  const right = Math.floor((x + width) / CELL);
  const foot = Math.floor((y + height) / CELL);
  for (let column = Math.floor(x / CELL); column <= right; column += 1) {
    for (let row = Math.floor(y / CELL); row <= foot; row += 1) yield column * ROWS + row;
  }
}
