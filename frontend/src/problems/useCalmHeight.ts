/** A height that follows what stands in it, but not while that is still changing. */
import { type RefObject, useEffect, useRef, useState } from "react";

/** How long the content has to stand still before the height follows, in milliseconds. */
const CALM_AFTER = 700;
/** How long a press in the panel counts as the reason for what changes there, in milliseconds. */
const ANSWERED_WITHIN = 1_000;

/**
 * The height of the content in pixels, null before there is any. What somebody opens in the panel
 * itself has its room at once; what typing elsewhere changes has it once the findings are settled.
 */
export function useCalmHeight(content: RefObject<HTMLElement | null>, settled: boolean) {
  const [height, setHeight] = useState<number | null>(null);
  const isSettled = useRef(settled);
  isSettled.current = settled;
  useEffect(() => {
    const element = content.current;
    const panel = element?.parentElement?.parentElement;
    if (!element || !panel) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let pressed = Number.NEGATIVE_INFINITY;
    let first = true;
    const follow = () => {
      if (!isSettled.current) {
        timer = setTimeout(follow, CALM_AFTER);
        return;
      }
      first = false;
      setHeight(element.offsetHeight);
    };
    const observer = new ResizeObserver(() => {
      clearTimeout(timer);
      const atOnce = first || performance.now() - pressed < ANSWERED_WITHIN;
      if (atOnce && isSettled.current) follow();
      else timer = setTimeout(follow, CALM_AFTER);
    });
    const notePress = () => {
      pressed = performance.now();
    };
    observer.observe(element);
    panel.addEventListener("pointerdown", notePress);
    panel.addEventListener("keydown", notePress);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      panel.removeEventListener("pointerdown", notePress);
      panel.removeEventListener("keydown", notePress);
    };
  }, [content]);
  return height;
}
