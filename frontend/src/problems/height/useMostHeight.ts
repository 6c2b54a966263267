/** How high the list of problems may be beside what is edited. */
import { type RefObject, useLayoutEffect, useState } from "react";

/** The part of the window's height that the chart or the outline keeps. */
const KEPT = 0.5;
/** The least height of the list, in pixels: a finding of two lines, or what a fix is applied with. */
export const LEAST_HEIGHT = 48;

/**
 * The most height of the list in pixels, so that the chart or the outline keeps half of the window
 * under whatever stands at the top of it, and over the head of the problems.
 */
export function useMostHeight(list: RefObject<HTMLElement | null>): number {
  const [most, setMost] = useState(() => Math.floor(innerHeight * (1 - KEPT)));
  useLayoutEffect(() => {
    const element = list.current;
    const panel = element?.closest("section");
    const top = document.querySelector("header");
    if (!element || !panel || !top) return;
    const measure = () => {
      const head = panel.offsetHeight - element.offsetHeight;
      const rest = Math.floor(innerHeight * (1 - KEPT)) - top.offsetHeight - head;
      setMost(Math.max(rest, LEAST_HEIGHT));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(panel);
    observer.observe(top);
    addEventListener("resize", measure);
    return () => {
      observer.disconnect();
      removeEventListener("resize", measure);
    };
  }, [list]);
  return most;
}
