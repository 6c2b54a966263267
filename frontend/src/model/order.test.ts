import { describe, expect, it } from "vitest";
import { byOrder, keyAfterAll, keysInOrder, withMoved } from "./order";

const items = (...keys: string[]) => keys.map((order, index) => ({ id: `i${index}`, order }));

function reordered(list: ReturnType<typeof items>) {
  const keys = keysInOrder(list);
  return list.map(({ id, order }) => ({ id, order: keys.get(id) ?? order }));
}

describe("order keys", () => {
  it("stay as they are where the items are in order", () => {
    expect(keysInOrder(items("a0", "a1", "a2")).size).toBe(0);
  });

  it("change for a moved item only", () => {
    const moved = withMoved(items("a0", "a1", "a2", "a3"), "i3", 1);
    expect([...keysInOrder(moved).keys()]).toEqual(["i3"]);
  });

  it.each([
    { name: "ties", list: items("a0", "a0", "a0") },
    { name: "missing keys", list: items("", "a0", "") },
    { name: "malformed keys", list: items("!", "a0", "~~", "a0V0") },
    { name: "the reverse order", list: items("a3", "a2", "a1", "a0") },
    { name: "nothing", list: [] },
  ])("put items in order whatever they had: $name", ({ list }) => {
    const result = reordered(list);
    expect([...result].sort(byOrder)).toEqual(result);
    expect(new Set(result.map((item) => item.order)).size).toBe(result.length);
  });

  it("are made after all others, malformed ones passed over", () => {
    expect(keyAfterAll(["a1", "a0", "zz!"]) > "a1").toBe(true);
    expect(keyAfterAll([])).toBe("a0");
  });
});
