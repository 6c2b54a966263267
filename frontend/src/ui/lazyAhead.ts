import { type ComponentType, type LazyExoticComponent, lazy } from "react";

type Load<Part> = () => Promise<{ default: Part }>;

const loads: Load<unknown>[] = [];

/** A part of the screen that is not in the first load, but comes soon after by {@link loadAhead}. */
// biome-ignore lint/suspicious/noExplicitAny: React's own signature; a part takes what it takes
export function lazyAhead<Part extends ComponentType<any>>(
  load: Load<Part>,
): LazyExoticComponent<Part> {
  loads.push(load);
  return lazy(load);
}

/**
 * Loads every part once the browser has nothing else to do: when a view is opened offline it is
 * too late. Returns what calls it off. Where loading fails, opening the part tries again and says so.
 */
export function loadAhead(): () => void {
  const all = () => void Promise.allSettled(loads.map((load) => load()));
  // Safari does not tell when it is idle.
  if (!("requestIdleCallback" in window)) {
    const timer = setTimeout(all, 1000);
    return () => clearTimeout(timer);
  }
  const waiting = requestIdleCallback(all, { timeout: 5000 });
  return () => cancelIdleCallback(waiting);
}
