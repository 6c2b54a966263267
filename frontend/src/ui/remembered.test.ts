import { afterEach, expect, test, vi } from "vitest";
import { createRemembered } from "./remembered";

const read = (stored: unknown) => (typeof stored === "number" ? stored : 1);

afterEach(() => vi.unstubAllGlobals());

test("what was set is there the next time", () => {
  const kept = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => kept.set(key, text),
  });
  const store = createRemembered("size", read);
  expect(store.get()).toBe(1);
  store.set(2);
  expect(createRemembered("size", read).get()).toBe(2);
  kept.set("size", "no JSON");
  expect(createRemembered("size", read).get()).toBe(1);
});

test("where nothing can be stored the value lasts as long as the page", () => {
  const refuse = () => {
    throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
  };
  vi.stubGlobal("localStorage", { getItem: refuse, setItem: refuse });
  const store = createRemembered("size", read);
  store.set(2);
  expect(store.get()).toBe(2);
});
