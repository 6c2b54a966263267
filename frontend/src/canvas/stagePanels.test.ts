import { expect, test } from "vitest";
import type { Step } from "../document/model";
import type { StepNode } from "./nodes";
import { samePanels, stagePanels } from "./stagePanels";

const STAGES = [
  { id: "d", name: "Discovery", order: "a0" },
  { id: "p", name: "Proposal", order: "a1" },
];

function node(id: string, stage: string | undefined, x: number, y: number): StepNode {
  const step = { id, name: id, kind: "task", ...(stage && { stage }) } as Step;
  const box = { width: 200, height: 60 } as StepNode["data"]["box"];
  return { id, type: "step", position: { x, y }, data: { step, box } };
}

test("a panel holds its steps with room for the stage's name", () => {
  const panels = stagePanels(STAGES, [node("a", "d", 0, 0), node("b", "d", 300, 100)]);
  expect(panels).toEqual([{ id: "d", name: "Discovery", x: -16, y: -34, width: 532, height: 210 }]);
});

test("a stage without steps has none, and a step without a stage makes none", () => {
  expect(stagePanels(STAGES, [node("a", undefined, 0, 0)])).toEqual([]);
});

test("a stage among whose steps another's or a loose one stands has none", () => {
  const apart = [node("a", "d", 0, 0), node("b", "d", 0, 400)];
  expect(stagePanels(STAGES, apart)).toHaveLength(1);
  for (const stage of ["p", undefined]) {
    const panels = stagePanels(STAGES, [...apart, node("c", stage, 0, 200)]);
    expect(panels.map((panel) => panel.id)).toEqual(stage === undefined ? [] : ["p"]);
  }
});

test("panels are the same only while every one is", () => {
  const panels = stagePanels(STAGES, [node("a", "d", 0, 0)]);
  expect(samePanels(panels, stagePanels(STAGES, [node("a", "d", 0, 0)]))).toBe(true);
  expect(samePanels(panels, stagePanels(STAGES, [node("a", "d", 8, 0)]))).toBe(false);
  expect(samePanels(panels, [])).toBe(false);
});
