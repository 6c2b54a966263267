import { expect, test } from "vitest";
import type { Finding } from "../api/types";
import { applyProcess } from "../document/edits/applyProcess";
import { TouchlineDocument } from "../document/TouchlineDocument";
import { earlierReason, placeFor, takeBack, waive, waiverOf } from "./waive";

function chain(): TouchlineDocument {
  const document = new TouchlineDocument();
  applyProcess(document, {
    touchline: 1,
    name: "Chain",
    steps: ["call", "legal", "demo", "sign"].map((id) => ({ id, name: id, kind: "contact" })),
    edges: [
      { from: "call", to: "legal" },
      { from: "legal", to: "demo" },
      { from: "legal", to: "sign" },
    ],
  });
  return document;
}

function gap(id: string, ...steps: string[]): Finding {
  const edges = steps.slice(1).map((to, at): [string, string] => [steps[at] ?? "", to]);
  const rest = { message: "", days: 7, waived: null, waived_up_to_days: null, fixes: [] };
  return { id, rule: "gap", severity: "error", steps, edges, ...rest };
}

const toDemo = gap("gap:a", "call", "legal", "demo");
const toSign = gap("gap:b", "call", "legal", "sign");

test("a waiver stands on the edge that the other finding does not run through", () => {
  const { snapshot } = chain();
  const place = placeFor(snapshot, toDemo, [toDemo, toSign]);
  const [, edge] = snapshot.outgoing.get("legal") ?? [];
  expect(place).toEqual({ edge: snapshot.outgoing.get("legal")?.[0] });
  expect(place).not.toEqual({ edge });
});

test("allowing a finding and taking it back leaves the process as it was, each in one step", () => {
  const document = chain();
  const before = document.snapshot.edges;
  const placed = waive(document, toSign, [toDemo, toSign], {
    reason: "procurement",
    up_to: "7 days",
  });
  expect(placed).not.toBeNull();
  expect(waiverOf(document.snapshot, { ...toSign, waived: "procurement" })).toEqual(placed);
  const edge = document.snapshot.outgoing.get("legal")?.[1] ?? "";
  expect(document.snapshot.edges.get(edge)?.allow).toMatchObject([
    { rule: "gap", reason: "procurement", up_to: "7 days" },
  ]);
  takeBack(document, toSign);
  expect([...document.snapshot.edges.values()].map(({ allow }) => allow)).toEqual([[], [], []]);
  document.undo();
  expect(document.snapshot.edges.get(edge)?.allow).toHaveLength(1);
  document.undo();
  expect([...document.snapshot.edges]).toEqual([...before]);
});

test("what a finding was about may be gone", () => {
  expect(waive(chain(), gap("gap:c", "nobody", "nothing"), [], { reason: "why" })).toBeNull();
});

test("a silence that has outgrown its exception is allowed anew, not twice, and in one step", () => {
  const document = chain();
  const first = waive(document, toSign, [toSign], { reason: "procurement", up_to: "6 days" });
  expect(earlierReason(document.snapshot, toSign)).toBe("procurement");
  const again = waive(document, toSign, [toSign], { reason: "holidays", up_to: "7 days" });
  expect(again).toEqual(first);
  const waivers = () => [...document.snapshot.edges.values()].flatMap(({ allow }) => allow);
  expect(waivers()).toMatchObject([{ reason: "holidays", up_to: "7 days" }]);
  expect(waivers()).toHaveLength(1);
  document.undo();
  expect(waivers()).toMatchObject([{ reason: "procurement", up_to: "6 days" }]);
});
