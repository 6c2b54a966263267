import { afterEach, expect, test, vi } from "vitest";

/** The module as it is in a browser that has stored this. */
async function wishAfter(stored: unknown) {
  const setItem = vi.fn();
  vi.stubGlobal("localStorage", { getItem: () => JSON.stringify(stored), setItem });
  vi.resetModules();
  return { setItem, ...(await import("./wish")) };
}

afterEach(() => vi.unstubAllGlobals());

test.each([
  [
    { folded: true, height: 300 },
    { folded: true, height: 300 },
  ],
  // Neither yes nor no, and less than a line of a finding.
  [
    { folded: "yes", height: 4 },
    { folded: null, height: null },
  ],
  [5, { folded: null, height: null }],
  [null, { folded: null, height: null }],
])("of what is stored (%o) only what a panel can be is taken", async (stored, taken) => {
  const { wish } = await wishAfter(stored);
  expect(wish.get()).toEqual(taken);
});

test("what somebody folds or drags is stored at once, and each without the other", async () => {
  const { setItem, wishFolded, wishHeight } = await wishAfter(null);
  wishHeight(240);
  wishFolded(true);
  wishHeight(null);
  expect(setItem.mock.calls.map(([, text]) => JSON.parse(text))).toEqual([
    { folded: null, height: 240 },
    { folded: true, height: 240 },
    { folded: true, height: null },
  ]);
});
