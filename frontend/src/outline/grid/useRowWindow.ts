import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useStore } from "../../ui/store";
import { COLUMNS } from "../columns/columns";
import { chosenWidths, rem, type Widths, widthOf } from "../columns/columnWidths";
import { ONE_LINE } from "../columns/rowHeight";
import { rowsBetween, scrollBy } from "../rows/rowWindow";
import { type Cell, HEAD, NEW } from "./gridState";
import type { OutlineGrid } from "./OutlineGrid";

/** What is in view, in pixels of the rows. */
interface View {
  readonly from: number;
  readonly to: number;
}

/** The rows as they are drawn, with the top of each in rem. */
interface Drawn {
  readonly rows: readonly string[];
  readonly tops: readonly number[];
}

/** What was brought into view, and how far the table was scrolled for it, in pixels. */
interface Brought {
  readonly cell: Cell;
  /** Rows that are to be in view with it. */
  readonly rows: readonly string[];
  readonly left: number;
  readonly top: number;
}

/**
 * The rows to draw, by their index: those in view, and always the one that has the keys, so that
 * the focus is never lost. Keeps the cell that has the keys in view, and what was pasted.
 */
export function useRowWindow(
  grid: OutlineGrid,
  root: RefObject<HTMLElement | null>,
  tops: readonly number[],
  active: number,
): readonly number[] {
  const [view, setView] = useState<View>({ from: 0, to: 1000 });
  // The corner that moves while a block is drawn out, else the cell that has the keys. Edits
  // elsewhere move rows too, and must not take the view along.
  const { at, to, rows } = useStore(grid.state);
  const drawn = useRef({ rows, tops });
  const brought = useRef<Brought | null>(null);
  useEffect(() => {
    const scroller = root.current;
    if (scroller === null) return;
    const look = () => {
      const next = viewOf(scroller);
      setView(unlessSame(next));
      grid.page = Math.max(1, Math.floor((next.to - next.from) / (ONE_LINE * rem())));
    };
    look();
    // The details or the problems that an edit opens leave less room. Whoever has scrolled since
    // is looking at something else.
    const resize = () => {
      const { cell, rows, left, top } = brought.current ?? {};
      if (cell && scroller.scrollLeft === left && scroller.scrollTop === top) {
        brought.current = bringIntoView(scroller, cell, rows ?? [], drawn.current);
      }
      look();
    };
    const resized = new ResizeObserver(resize);
    resized.observe(scroller);
    scroller.addEventListener("scroll", look, { passive: true });
    return () => {
      resized.disconnect();
      scroller.removeEventListener("scroll", look);
    };
  }, [grid, root]);

  useLayoutEffect(() => {
    drawn.current = { rows, tops };
  });
  // A head that is made wider by key stays in view to its edge.
  const headWidth = useStore(chosenWidths, (widths) => widthOfHead(widths, to));
  // biome-ignore lint/correctness/useExhaustiveDependencies: a head scrolls anew when it is wider
  useLayoutEffect(() => {
    const scroller = root.current;
    const stays = grid.staysInView;
    const together = grid.toShow;
    grid.staysInView = false;
    grid.toShow = [];
    brought.current = null;
    if (scroller === null || stays) return;
    const cell = together.length > 0 ? at : to;
    brought.current = bringIntoView(scroller, cell, together, drawn.current);
    setView(unlessSame(viewOf(scroller)));
  }, [grid, root, to, headWidth]);

  return useMemo(() => {
    if (tops.length < 2) return [];
    const size = rem();
    const scaled = tops.map((top) => top * size);
    const [first, last] = rowsBetween(scaled, view.from, view.to);
    const shown = Array.from({ length: last - first + 1 }, (_, at) => first + at);
    if (active >= 0 && active < tops.length - 1 && (active < first || active > last)) {
      // In the order of the table, as whoever has it read out expects.
      if (active < first) shown.unshift(active);
      else shown.push(active);
    }
    return shown;
  }, [tops, view, active]);
}

/** Brings a cell into view, and rows with it as far as there is room. */
function bringIntoView(
  scroller: HTMLElement,
  cell: Cell,
  together: readonly string[],
  drawn: Drawn,
): Brought {
  scrollToRows(scroller, together, drawn);
  scrollTo(scroller, cell, drawn);
  return { cell, rows: together, left: scroller.scrollLeft, top: scroller.scrollTop };
}

function scrollToRows(scroller: HTMLElement, ids: readonly string[], { rows, tops }: Drawn): void {
  const of = new Set(ids);
  const places = rows.flatMap((id, at) => (of.has(id) ? [at] : []));
  const [first, last] = [places[0], places.at(-1)];
  if (first === undefined || last === undefined) return;
  const size = rem();
  const [top = 0, foot = top] = [tops[first], tops[last + 1]];
  scroller.scrollTop += scrollBy({ from: top * size, to: foot * size }, viewOf(scroller));
}

function scrollTo(scroller: HTMLElement, { row, column }: Cell, { rows, tops }: Drawn): void {
  const right = row === NEW ? -scroller.scrollLeft : sideways(scroller, column);
  if (right !== 0) scroller.scrollLeft += right;
  if (row === HEAD) return;
  const size = rem();
  const index = row === NEW ? rows.length : rows.indexOf(row);
  const top = tops[index] ?? 0;
  const foot = tops[index + 1] ?? top + ONE_LINE;
  const down = scrollBy({ from: top * size, to: foot * size }, viewOf(scroller));
  if (down !== 0) scroller.scrollTop += down;
}

/** The width of the column whose head has the keys; nothing where a cell has them. */
function widthOfHead(widths: Widths, { row, column }: Cell): number | undefined {
  const of = COLUMNS[column];
  return row === HEAD && of !== undefined ? widthOf(widths, of) : undefined;
}

function unlessSame(next: View): (now: View) => View {
  return (now) => (now.from === next.from && now.to === next.to ? now : next);
}

function viewOf(scroller: HTMLElement): View {
  const head = scroller.querySelector("thead")?.clientHeight ?? 0;
  return {
    from: scroller.scrollTop,
    to: scroller.scrollTop + scroller.clientHeight - head,
  };
}

/** How far to scroll for a column that the frozen one does not cover. */
function sideways(scroller: HTMLElement, column: number): number {
  const size = rem();
  const chosen = chosenWidths.get();
  const widths = COLUMNS.map((one) => widthOf(chosen, one) * size);
  const left = widths.slice(0, column).reduce((sum, width) => sum + width, 0);
  const [first = 0] = widths;
  const isFrozen = getComputedStyle(scroller).getPropertyValue("--frozen").trim() !== "0";
  if (column === 0) return isFrozen ? 0 : -scroller.scrollLeft;
  const covered = isFrozen ? first : 0;
  return scrollBy(
    { from: left, to: left + (widths[column] ?? 0) },
    {
      from: scroller.scrollLeft + covered,
      to: scroller.scrollLeft + scroller.clientWidth,
    },
  );
}
