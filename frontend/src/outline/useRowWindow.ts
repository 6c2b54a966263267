import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useStore } from "../state/store";
import { COLUMNS } from "./columns";
import { chosenWidths, type Widths, widthOf } from "./columnWidths";
import { type Cell, HEAD, NEW } from "./gridState";
import { letter } from "./letter";
import type { OutlineGrid } from "./OutlineGrid";
import { ONE_LINE } from "./rowHeight";
import { rowsBetween, scrollBy } from "./rowWindow";

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

/**
 * The rows to draw, by their index: those in view, and always the one that has the keys, so that
 * the focus is never lost. Keeps the cell that has the keys in view.
 */
export function useRowWindow(
  grid: OutlineGrid,
  root: RefObject<HTMLElement | null>,
  tops: readonly number[],
  active: number,
): readonly number[] {
  const [view, setView] = useState<View>({ from: 0, to: 1000 });
  useEffect(() => {
    const scroller = root.current;
    if (scroller === null) return;
    const look = () => {
      const next = viewOf(scroller);
      setView((now) => (now.from === next.from && now.to === next.to ? now : next));
      grid.page = Math.max(1, Math.floor((next.to - next.from) / (ONE_LINE * letter())));
    };
    look();
    const resized = new ResizeObserver(look);
    resized.observe(scroller);
    scroller.addEventListener("scroll", look, { passive: true });
    return () => {
      resized.disconnect();
      scroller.removeEventListener("scroll", look);
    };
  }, [grid, root]);

  // The corner that moves while a block is drawn out, else the cell that has the keys. Edits
  // elsewhere move rows too, and must not take the view along.
  const { to, rows } = useStore(grid.state);
  const drawn = useRef({ rows, tops });
  useLayoutEffect(() => {
    drawn.current = { rows, tops };
  });
  // A head that is made wider by key stays in view to its edge.
  const headWidth = useStore(chosenWidths, (widths) => widthOfHead(widths, to));
  // biome-ignore lint/correctness/useExhaustiveDependencies: a head scrolls anew when it is wider
  useLayoutEffect(() => {
    const scroller = root.current;
    const stays = grid.staysInView;
    grid.staysInView = false;
    if (scroller === null || stays) return;
    if (scrollTo(scroller, to, drawn.current)) setView(viewOf(scroller));
  }, [grid, root, to, headWidth]);

  return useMemo(() => {
    if (tops.length < 2) return [];
    const size = letter();
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

/** Brings a cell into view; whether other rows are in view for it. */
function scrollTo(scroller: HTMLElement, { row, column }: Cell, { rows, tops }: Drawn): boolean {
  const right = row === NEW ? -scroller.scrollLeft : sideways(scroller, column);
  if (right !== 0) scroller.scrollLeft += right;
  if (row === HEAD) return false;
  const size = letter();
  const index = row === NEW ? rows.length : rows.indexOf(row);
  const top = tops[index] ?? 0;
  const foot = tops[index + 1] ?? top + ONE_LINE;
  const down = scrollBy({ from: top * size, to: foot * size }, viewOf(scroller));
  if (down !== 0) scroller.scrollTop += down;
  return down !== 0;
}

/** The width of the column whose head has the keys; nothing where a cell has them. */
function widthOfHead(widths: Widths, { row, column }: Cell): number | undefined {
  const of = COLUMNS[column];
  return row === HEAD && of !== undefined ? widthOf(widths, of) : undefined;
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
  const size = letter();
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
