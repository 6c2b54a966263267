import { expect, it, test } from "vitest";
import { applyProcess } from "../../document/edits/applyProcess";
import { TouchlineDocument } from "../../document/TouchlineDocument";
import type { ColumnKey } from "../columns/columns";
import { nextSort, rowOrder } from "./rowOrder";

function snapshot() {
  const document = new TouchlineDocument();
  applyProcess(document, {
    touchline: 1,
    name: "Sale",
    stages: ["Zeal", "Apathy"],
    steps: [
      { id: "end", name: "Signed", kind: "end", outcome: "won" },
      { id: "ten", name: "Step 10", kind: "task", duration: "2 days", stage: "Apathy" },
      {
        id: "two",
        name: "step 2",
        kind: "contact",
        channel: "email",
        duration: "12 hours",
        stage: "Zeal",
      },
      { id: "start", name: "Lead", kind: "start" },
    ],
    edges: [
      { from: "start", to: "two", max_wait: "2 weeks" },
      { from: "two", to: "ten", max_wait: "36 hours" },
      { from: "ten", to: "end" },
    ],
  });
  return document.snapshot;
}

const NONE = new Map();

test("rows stand as a deal runs through the steps", () => {
  expect(rowOrder(snapshot(), null, NONE)).toEqual(["start", "two", "ten", "end"]);
});

test.each<[ColumnKey, string[]]>([
  ["name", ["start", "end", "two", "ten"]],
  ["kind", ["start", "two", "ten", "end"]],
  ["stage", ["two", "ten", "start", "end"]],
  ["duration", ["two", "ten", "start", "end"]],
  ["wait", ["two", "start", "ten", "end"]],
  ["owner", ["start", "two", "ten", "end"]],
])("sorted by %s, empty cells come last", (column, order) => {
  expect(rowOrder(snapshot(), { column, down: false }, NONE)).toEqual(order);
});

test("falling, empty cells come last too", () => {
  const order = rowOrder(snapshot(), { column: "duration", down: true }, NONE);
  expect(order).toEqual(["ten", "two", "start", "end"]);
});

test("the worst problems come first", () => {
  const counts = new Map([
    ["end", { error: 0, warning: 9, info: 99 }],
    ["two", { error: 1, warning: 0, info: 0 }],
  ]);
  const order = rowOrder(snapshot(), { column: "problems", down: false }, counts);
  expect(order).toEqual(["two", "end", "start", "ten"]);
});

it("rises, falls, and is as before with the third click", () => {
  const rising = nextSort(null, "owner");
  const falling = nextSort(rising, "owner");
  expect([rising, falling, nextSort(falling, "owner")]).toEqual([
    { column: "owner", down: false },
    { column: "owner", down: true },
    null,
  ]);
  expect(nextSort(falling, "kind")).toEqual({ column: "kind", down: false });
});
