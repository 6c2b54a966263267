import { expect, test } from "vitest";
import * as Y from "yjs";
import { TouchlineDocument } from "./TouchlineDocument";
import { mapOf } from "./write";

function documentWith(steps: Record<string, unknown>): TouchlineDocument {
  const document = new TouchlineDocument();
  document.doc.transact(() => {
    for (const [id, step] of Object.entries(steps)) document.steps.set(id, step);
  });
  return document;
}

test("what the server would leave out of a process is not in the editor's either", () => {
  const array = new Y.Array<unknown>();
  const { snapshot } = documentWith({
    fine: mapOf({ kind: "task" }),
    "Not a slug": mapOf({ kind: "task" }),
    ["k".repeat(101)]: mapOf({ kind: "task" }),
    array,
    plain: { kind: "task" },
  });
  expect([...snapshot.steps.keys()]).toEqual(["fine"]);
});

test("values are cut and left out as on the server", () => {
  const step = documentWith({
    far: mapOf({ name: "n".repeat(20_000), notes: "a\0b", x: 1e308, y: -2e6, owner: 3 }),
  }).snapshot.steps.get("far");
  expect(step?.name).toHaveLength(10_000);
  expect(step).not.toHaveProperty("notes");
  expect(step).not.toHaveProperty("x");
  expect(step).not.toHaveProperty("y");
  expect(step).not.toHaveProperty("owner");
});

test("a name is not cut in the middle of a character", () => {
  const step = documentWith({ a: mapOf({ name: `${"n".repeat(9_999)}😀` }) }).snapshot.steps.get(
    "a",
  );
  expect(step?.name).toBe("n".repeat(9_999));
});
