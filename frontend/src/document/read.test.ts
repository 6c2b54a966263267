import { expect, test } from "vitest";
import * as Y from "yjs";
import twins from "~twins/values.json";
import { isWebAddress } from "./read";
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

test("an exception ends at a length of time, and only from rules that report one", () => {
  const step = mapOf({ kind: "task" });
  const waiver = (rule: string, up_to: string) =>
    mapOf({ rule, reason: "why", order: rule, up_to });
  const document = documentWith({ legal: step });
  document.doc.transact(() => {
    const allow = new Y.Map<unknown>();
    step.set("allow", allow);
    allow.set("a", waiver("dead-end", "6 days"));
    allow.set("b", waiver("gap", "6d"));
    allow.set("c", waiver("gap-near-limit", "a while"));
  });
  const ends = document.snapshot.steps.get("legal")?.allow.map(({ up_to }) => up_to);
  expect(ends).toEqual([undefined, "6 days", undefined]);
});

test.each(twins.ids.accepted)("a step may have the id %j, as on the server", (id) => {
  expect([...documentWith({ [id]: mapOf({ kind: "task" }) }).snapshot.steps.keys()]).toEqual([id]);
});

test.each(twins.ids.refused)("a step may not have the id %j, as on the server", (id) => {
  expect(documentWith({ [id]: mapOf({ kind: "task" }) }).snapshot.steps.size).toBe(0);
});

test.each(twins.addresses.accepted)("%j is an address, as on the server", (url) => {
  expect(isWebAddress(url)).toBe(true);
});

test.each(twins.addresses.refused)("%j is no address, as on the server", (url) => {
  expect(isWebAddress(url)).toBe(false);
});
