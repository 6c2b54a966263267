/** Where in the app we are: home, or one process. */
import { createStore, useStore } from "./store";

export type Place =
  | { readonly screen: "home" }
  | { readonly screen: "process"; readonly id: string }
  | { readonly screen: "nowhere" };

const path = createStore(location.pathname);
addEventListener("popstate", () => path.set(location.pathname));

export function usePlace(): Place {
  return placeOf(useStore(path));
}

export function placeOf(pathname: string): Place {
  if (pathname === "/") return { screen: "home" };
  const id = /^\/process\/([^/]+)\/?$/.exec(pathname)?.[1];
  return id === undefined
    ? { screen: "nowhere" }
    : { screen: "process", id: decodeURIComponent(id) };
}

export function processPath(id: string): string {
  return `/process/${encodeURIComponent(id)}`;
}

/** Goes to another place in the app without loading the page anew. */
export function navigate(to: string, { replace = false } = {}): void {
  if (replace) history.replaceState(null, "", to);
  else history.pushState(null, "", to);
  path.set(location.pathname);
}
