import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { applyProcess } from "../../document/edits/applyProcess";
import { TouchlineDocument } from "../../document/TouchlineDocument";
import { createStore } from "../../ui/store";
import { DrawnRoutes } from "./DrawnRoutes";
import { Routes } from "./Routes";
import { StepBoxes } from "./StepBoxes";

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
  const routes = new Routes(boxes, new DrawnRoutes(), rests);
  const arrange = (...steps: ReturnType<typeof step>[]) => {
    if (boxes.arrange(steps)) rests.set((count) => count + 1);
  };
  const route = () => {
    const [edge] = snapshot.edges.values();
    return edge === undefined ? null : routes.of(edge, snapshot);
  };
  return { arrange, route };
}

it("An edge goes straight again once the step that it went round is gone.", () => {
  const { arrange, route } = column();
  arrange(step("a", 0), step("b", 106), step("c", 212));
  expect(new Set(route()?.points.map(({ x }) => x)).size).toBeGreaterThan(1);
  arrange(step("a", 0), step("c", 212));
  expect(new Set(route()?.points.map(({ x }) => x))).toEqual(new Set([100]));
});

it("A route that is as it was stays itself, whatever else has moved.", () => {
  const { arrange, route } = column();
  arrange(step("a", 0), step("c", 212), step("b", 800));
  const before = route();
  arrange(step("a", 0), step("c", 212), step("b", 900));
  expect(route()).toBe(before);
});
