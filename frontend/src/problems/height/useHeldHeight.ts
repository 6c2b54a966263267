/** A height that is taken from what stands in a list when it opens, and held from then on. */
import { type RefObject, useCallback, useEffect, useState } from "react";

/** How long a press in the panel counts as the reason for what changes there, in milliseconds. */
const ANSWERED_WITHIN = 1_000;

/**
 * The height in pixels, null before there is any; and what takes it anew. What changes while somebody
 * works on the chart leaves it alone, or the chart would move under their hands: only what they open
 * in the panel itself makes it higher.
 */
export function useHeldHeight(
  content: RefObject<HTMLElement | null>,
  settled: boolean,
): [height: number | null, takeAnew: () => void] {
  const [height, setHeight] = useState<number | null>(null);
  const takeAnew = useCallback(() => setHeight(content.current?.offsetHeight ?? null), [content]);
  useEffect(() => {
    const element = content.current;
    if (!element || !settled || height !== null) return;
    // Its first report comes once rows out of sight have been told from those in it.
    const observer = new ResizeObserver(takeAnew);
    observer.observe(element);
    return () => observer.disconnect();
  }, [content, settled, height, takeAnew]);
  useGrowth(content, setHeight);
  return [height, takeAnew];
}

/** Makes the height follow what somebody opens in the panel around the content. */
function useGrowth(
  content: RefObject<HTMLElement | null>,
  setHeight: (next: (height: number | null) => number | null) => void,
): void {
  useEffect(() => {
    const element = content.current;
    const panel = element?.closest("section[aria-label]");
    if (!element || !panel) return;
    let pressed = Number.NEGATIVE_INFINITY;
    const observer = new ResizeObserver(() => {
      if (performance.now() - pressed > ANSWERED_WITHIN) return;
      setHeight((height) => (height === null ? null : Math.max(height, element.offsetHeight)));
    });
    const notePress = () => {
      pressed = performance.now();
    };
    observer.observe(element);
    panel.addEventListener("pointerdown", notePress);
    panel.addEventListener("keydown", notePress);
    return () => {
      observer.disconnect();
      panel.removeEventListener("pointerdown", notePress);
      panel.removeEventListener("keydown", notePress);
    };
  }, [content, setHeight]);
}
