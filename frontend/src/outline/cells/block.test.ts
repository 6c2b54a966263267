import { expect, test } from "vitest";
import { COLUMNS } from "../columns/columns";
import { nextOnTab } from "../grid/tabOrder";
import { rowAt, rowsBetween, scrollBy, topsOf } from "../rows/rowWindow";
import { boundsOf, moved } from "./block";

const LAST = COLUMNS.length - 1;
const EXTENT = { lastFilled: 8, lastRow: 9, lastColumn: 4, page: 5 };

test.each([
  ["ArrowDown", false, [4, 2]],
  ["ArrowUp", false, [2, 2]],
  ["ArrowLeft", true, [3, 0]],
  ["ArrowRight", true, [3, 4]],
  ["ArrowDown", true, [8, 2]],
  ["ArrowUp", true, [0, 2]],
  ["Home", false, [3, 0]],
  ["End", false, [3, 4]],
  ["Home", true, [0, 0]],
  ["End", true, [8, 4]],
  ["PageDown", false, [8, 2]],
  ["PageUp", false, [0, 2]],
])("%s (far: %s) leads to %o", (key, far, [row, column]) => {
  expect(moved({ row: 3, column: 2 }, key, far, EXTENT)).toEqual({ row, column });
});

test("no key leads out of the table, and others lead nowhere", () => {
  expect(moved({ row: 9, column: 4 }, "ArrowDown", false, EXTENT)).toEqual({ row: 9, column: 4 });
  expect(moved({ row: 9, column: 4 }, "ArrowRight", false, EXTENT)).toEqual({ row: 9, column: 4 });
  expect(moved({ row: 9, column: 4 }, "a", false, EXTENT)).toBeNull();
});

test("a block is the same whichever corner it began at", () => {
  const bounds = { top: 1, bottom: 3, left: 0, right: 2 };
  expect(boundsOf({ from: { row: 3, column: 0 }, to: { row: 1, column: 2 } })).toEqual(bounds);
  expect(boundsOf({ from: { row: 1, column: 2 }, to: { row: 3, column: 0 } })).toEqual(bounds);
});

test("the rows to draw are those in view and a few beside them", () => {
  const tops = topsOf(new Array(1000).fill(20));
  expect(rowsBetween(tops, 10_000, 10_100, 40)).toEqual([498, 507]);
  expect(rowsBetween(tops, 0, 100, 40)).toEqual([0, 7]);
  expect(rowsBetween(tops, 19_900, 20_000, 40)).toEqual([993, 999]);
  expect([rowAt(tops, -5), rowAt(tops, 19), rowAt(tops, 20), rowAt(tops, 99_999)]).toEqual([
    0, 0, 1, 999,
  ]);
});

test("the view moves as little as brings a stretch into it", () => {
  const view = { from: 100, to: 200 };
  expect(scrollBy({ from: 120, to: 140 }, view)).toBe(0);
  expect(scrollBy({ from: 80, to: 110 }, view)).toBe(-20);
  expect(scrollBy({ from: 190, to: 230 }, view)).toBe(30);
  expect(scrollBy({ from: 150, to: 400 }, view)).toBe(50);
});

test.each([
  ["on", { row: 1, column: 2 }, false, { row: 1, column: 3 }],
  ["past what cannot be typed in", { row: 1, column: 0 }, false, { row: 1, column: 2 }],
  ["back past it", { row: 1, column: 2 }, true, { row: 1, column: 0 }],
  ["on to the next row", { row: 1, column: LAST }, false, { row: 2, column: 0 }],
  ["back to the row before", { row: 1, column: 0 }, true, { row: 0, column: LAST }],
  ["on to the empty row", { row: 2, column: LAST }, false, { row: 3, column: 0 }],
  ["out at the end", { row: 3, column: 0 }, false, null],
  ["out at the beginning", { row: 0, column: 0 }, true, null],
  ["out of the heads", { row: -1, column: 4 }, false, null],
])("Tab leads %s", (_, from, back, to) => {
  expect(nextOnTab(from, back, 3)).toEqual(to);
});
