import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { applyProcess } from "../../document/edits/applyProcess";
import { TouchlineDocument } from "../../document/TouchlineDocument";
import { createStore } from "../../ui/store";
import { DrawnWays } from "./DrawnWays";
import { StepBoxes } from "./StepBoxes";
import { Ways } from "./Ways";

beforeAll(() => {
  vi.stubGlobal("document", { createElement: () => ({ getContext: () => null }) });
});
afterAll(() => {
  vi.unstubAllGlobals();
});

const step = (id: string, y: number) => [id, { x: 0, y, width: 200, height: 56 }] as const;

function column() {
  const document = new TouchlineDocument();
  applyProcess(document, {
    name: "Column",
    steps: ["a", "b", "c"].map((id) => ({ id, name: id, kind: "task" as const })),
    edges: [{ from: "a", to: "c", max_wait: "1 day" }],
  });
  const { snapshot } = document;
  const boxes = new StepBoxes();
  const rests = createStore(0);
  const ways = new Ways(boxes, new DrawnWays(), rests);
  const arrange = (...steps: ReturnType<typeof step>[]) => {
    if (boxes.arrange(steps)) rests.set((count) => count + 1);
  };
  const way = () => {
    const [edge] = snapshot.edges.values();
    return edge === undefined ? null : ways.of(edge, snapshot);
  };
  return { arrange, way };
}

it("An edge goes straight again once the step that it went round is gone.", () => {
  const { arrange, way } = column();
  arrange(step("a", 0), step("b", 106), step("c", 212));
  expect(new Set(way()?.points.map(({ x }) => x)).size).toBeGreaterThan(1);
  arrange(step("a", 0), step("c", 212));
  expect(new Set(way()?.points.map(({ x }) => x))).toEqual(new Set([100]));
});

it("A way that is as it was stays itself, whatever else has moved.", () => {
  const { arrange, way } = column();
  arrange(step("a", 0), step("c", 212), step("b", 800));
  const before = way();
  arrange(step("a", 0), step("c", 212), step("b", 900));
  expect(way()).toBe(before);
});
