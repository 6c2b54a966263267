import { expect, test } from "vitest";
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
      .map((id) => ({ id, name: id, kind: id.startsWith("start") ? "start" : "contact" })),
    edges: edges.split(" ").map((pair) => {
      const [from = "", to = ""] = pair.split(">");
      return { from, to };
    }),
  });
  return document;
}

test("a step comes after those that lead to it, however the file lists them", () => {
  const { snapshot } = processOf(
    "won proposal call start",
    "start>call call>proposal proposal>won",
  );
  expect(runOrder(snapshot)).toEqual(["start", "call", "proposal", "won"]);
});

test("the first branch is told to its end, and where branches meet comes after both", () => {
  const { snapshot } = processOf("start ask a b meet", "start>ask ask>a ask>b a>meet b>meet");
  expect(runOrder(snapshot)).toEqual(["start", "ask", "a", "b", "meet"]);
});

test("a loop keeps its entry first, and what no start leads to comes last", () => {
  const { snapshot } = processOf("lonely start a b", "start>a a>b b>a");
  expect(runOrder(snapshot)).toEqual(["start", "a", "b", "lonely"]);
});

// Building so long a document is slow where two things run at once.
test("a chain of 20,000 steps does not run out of stack", { timeout: 60_000 }, () => {
  const ids = Array.from({ length: 20_000 }, (_, index) => (index === 0 ? "start" : `s${index}`));
  const chain = ids.slice(1).map((id, index) => `${ids[index]}>${id}`);
  const document = processOf([...ids].reverse().join(" "), chain.join(" "));
  expect(runOrder(document.snapshot)).toEqual(ids);
});
