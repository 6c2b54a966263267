import { expect, it } from "vitest";
import { TouchlineDocument } from "../TouchlineDocument";
import { addEdge } from "./addEdge";
import { addStep } from "./addStep";
import { insertOnEdge } from "./insertOnEdge";

function joined() {
  const document = new TouchlineDocument();
  const from = addStep(document, { kind: "contact" });
  const to = addStep(document, { kind: "contact" });
  return { document, to, edge: addEdge(document, from, to, { max_wait: "2 days" }) };
}

it.each(["start", "end"] as const)("puts no %s in the middle of an edge", (kind) => {
  const { document, to, edge } = joined();
  expect(insertOnEdge(document, edge, addStep(document, { kind }))).toBeNull();
  expect(document.snapshot.edges.get(edge)).toMatchObject({ to, max_wait: "2 days" });
  expect(document.snapshot.edges.size).toBe(1);
});

it("shares the wait with a step that goes in between", () => {
  const { document, edge } = joined();
  const task = addStep(document, { kind: "task" });
  const second = insertOnEdge(document, edge, task) ?? "";
  expect(document.snapshot.edges.get(edge)).toMatchObject({ to: task, max_wait: "1 day" });
  expect(document.snapshot.edges.get(second)).toMatchObject({ from: task, max_wait: "1 day" });
});
