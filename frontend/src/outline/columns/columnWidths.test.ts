import { afterEach, expect, test, vi } from "vitest";
import { applyProcess } from "../../document/edits/applyProcess";
import { TouchlineDocument } from "../../document/TouchlineDocument";
import { fittingWidth } from "../rows/fittingWidth";
import { columnOf } from "./columns";

const OWNER = columnOf("owner");
const NAME = columnOf("name");

/** The module as it is in a browser that has stored this. */
async function widthsAfter(stored: unknown) {
  vi.stubGlobal("localStorage", { getItem: () => JSON.stringify(stored), setItem: vi.fn() });
  vi.resetModules();
  return import("./columnWidths");
}

afterEach(() => vi.unstubAllGlobals());

test.each([
  [
    { owner: 12, name: 20 },
    { owner: 12, name: 20 },
  ],
  // No column of today, no width that it may have, no number at all.
  [{ gone: 12, name: 30, owner: "12", notes: -1, stage: 8 }, { stage: 8 }],
  [[1, 2], {}],
  ["wide", {}],
  [null, {}],
])(
  "of what is stored (%o) only widths that a column may have are taken",
  async (stored, widths) => {
    const { chosenWidths } = await widthsAfter(stored);
    expect(chosenWidths.get()).toEqual(widths);
  },
);

test("a column stays within its limits, and the frozen one leaves room for the others", async () => {
  const { chosenWidths, setWidth, widthOf } = await widthsAfter({});
  expect(widthOf(chosenWidths.get(), OWNER)).toBe(OWNER.width);
  for (const [column, width, kept] of [
    [OWNER, 1, 4],
    [OWNER, 100, 40],
    [NAME, 100, 24],
    [OWNER, 12.5, 12.5],
  ] as const) {
    setWidth(column, width);
    expect(widthOf(chosenWidths.get(), column)).toBe(kept);
  }
});

test("a fitting column is as wide as its longest line, or as its title", () => {
  vi.stubGlobal("document", { createElement: () => ({ getContext: () => null }) });
  const document = new TouchlineDocument();
  applyProcess(document, {
    touchline: 1,
    name: "One",
    steps: [{ id: "a", name: "a", kind: "contact", checklist: ["x", "y".repeat(30)] }],
    edges: [],
  });
  const widthFor = (...[key]: Parameters<typeof columnOf>) =>
    fittingWidth(document.snapshot, columnOf(key));
  // Without a canvas a letter counts as 7 pixels, 0.4375 rem.
  expect(widthFor("checklist")).toBeCloseTo(30 * 0.4375 + 1.375);
  expect(widthFor("owner")).toBeCloseTo("Owner".length * 0.4375 + 2.5);
  expect(widthFor("problems")).toBe(columnOf("problems").width);
});
