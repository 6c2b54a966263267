/** A value that this browser remembers, where it lets pages store anything at all. */
import { createStore, type Store } from "./store";

/**
 * A store that begins with what was stored under the key, as `read` makes sense of it; `read` gets
 * undefined where there is nothing, and must take anything else. Where nothing can be stored, as in
 * a private window or a full one, the value lasts as long as the page.
 */
export function createRemembered<T>(key: string, read: (stored: unknown) => T): Store<T> {
  const store = createStore(read(stored(key)));
  store.subscribe(() => {
    try {
      localStorage.setItem(key, JSON.stringify(store.get()));
    } catch {
      // Nobody has to know: what is remembered here is how the screen looks, not what is in it.
    }
  });
  return store;
}

function stored(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "") as unknown;
  } catch {
    return undefined;
  }
}
