/** Short messages at the foot of the screen: what just happened, and how to take it back. */
import { createStore } from "../store";

export interface Notice {
  readonly id: number;
  readonly tone: "plain" | "problem";
  readonly message: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** How long a notice stays unless the pointer or focus is on it, in milliseconds. */
export const NOTICE_TIME = 7_000;

export const notices = createStore<readonly Notice[]>([]);

/** How much of the window's foot the notices of the moment cover, in pixels. */
export const covered = createStore(0);

let last = 0;

export function say(message: string, action?: Notice["action"]): void {
  add({ tone: "plain", message, ...(action === undefined ? {} : { action }) });
}

/** Says what went wrong; an error's own words when it is one. */
export function sayProblem(problem: unknown): void {
  add({ tone: "problem", message: problem instanceof Error ? problem.message : String(problem) });
}

export function dismiss(id: number): void {
  notices.set((all) => all.filter((notice) => notice.id !== id));
}

/** Takes away what was said of an edit, once that edit is taken back or made again. */
export function dismissPlain(): void {
  notices.set((all) => {
    const left = all.filter((notice) => notice.tone !== "plain");
    return left.length === all.length ? all : left;
  });
}

/** One notice of each tone at a time: the news of a moment ago is none. */
function add(notice: Omit<Notice, "id">): void {
  last += 1;
  const id = last;
  notices.set((all) => [...all.filter(({ tone }) => tone !== notice.tone), { ...notice, id }]);
}
