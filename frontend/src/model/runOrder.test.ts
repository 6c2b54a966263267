import { expect, test } from "vitest";
import twins from "~twins/run_order.json";
import { applyProcess } from "../document/edits/applyProcess";
import { TouchlineDocument } from "../document/TouchlineDocument";
import { runOrder } from "./runOrder";

function processOf(steps: string, edges: string): TouchlineDocument {
  const document = new TouchlineDocument();
  applyProcess(document, {
    touchline: 1,
    name: "Test",
    steps: steps
      .split(" ")
      .filter(Boolean)
      .map((id) => ({ id, name: id, kind: id.startsWith("start") ? "start" : "contact" })),
    edges: edges
      .split(" ")
      .filter(Boolean)
      .map((pair) => {
        const [from = "", to = ""] = pair.split(">");
        return { from, to };
      }),
  });
  return document;
}

test.each(twins)("$what", ({ steps, edges, order }) => {
  expect(runOrder(processOf(steps, edges).snapshot).join(" ")).toBe(order);
});

// Building so long a document is slow where two things run at once.
test("a chain of 20,000 steps does not run out of stack", { timeout: 60_000 }, () => {
  const ids = Array.from({ length: 20_000 }, (_, index) => (index === 0 ? "start" : `s${index}`));
  const chain = ids.slice(1).map((id, index) => `${ids[index]}>${id}`);
  const document = processOf([...ids].reverse().join(" "), chain.join(" "));
  expect(runOrder(document.snapshot)).toEqual(ids);
});
