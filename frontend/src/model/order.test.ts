import { describe, expect, it } from "vitest";
import twins from "~twins/order.json";
import { byOrder, keyAfterAll, keysFor, keysInOrder, withMoved } from "./order";

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

  it.each(twins.keys)("are made as on the server: $what", ({ present, keys }) => {
    expect(keysFor(present)).toEqual(keys);
    expect(reordered(items(...present.map((key) => key ?? ""))).map(({ order }) => order)).toEqual(
      keys,
    );
  });

  it.each(twins.sorted)("put items in the server's order: $what", ({ items: listed, ids }) => {
    const ordered = listed.map(([id = "", order = ""]) => ({ id, order }));
    expect(ordered.sort(byOrder).map(({ id }) => id)).toEqual(ids);
  });

  it("are made after all others, malformed ones passed over", () => {
    expect(keyAfterAll(["a1", "a0", "zz!"]) > "a1").toBe(true);
    expect(keyAfterAll([])).toBe("a0");
  });
});
