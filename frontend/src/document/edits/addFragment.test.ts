import { expect, test } from "vitest";
import { TouchlineDocument } from "../TouchlineDocument";
import { addFragment } from "./addFragment";

test("what is pasted brings its exceptions along, with their reasons and ends", () => {
  const document = new TouchlineDocument();
  const allow = [{ rule: "gap", reason: "procurement", up_to: "6 days" }];
  const call = { id: "call", name: "Call", kind: "contact", allow } as const;
  const won = { id: "won", name: "Won", kind: "end" } as const;
  const edge = { from: "call", to: "won", max_wait: "6 days", allow };
  addFragment(document, { steps: [call, won], edges: [edge] }, () => undefined);
  const { steps, edges } = document.snapshot;
  expect([...steps.values()][0]?.allow).toMatchObject(allow);
  expect([...edges.values()][0]?.allow).toMatchObject(allow);
});
