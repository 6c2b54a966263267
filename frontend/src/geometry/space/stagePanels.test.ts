import { expect, test } from "vitest";
import type { Step } from "../../model/snapshot";
import type { Box } from "../shapes";
import { samePanels, stagePanels } from "./stagePanels";

const STAGES = [
  { id: "d", name: "Discovery", order: "a0" },
  { id: "p", name: "Proposal", order: "a1" },
];

type Standing = readonly [id: string, stage: string | undefined, x: number, y: number];

function panelsOf(...standing: readonly Standing[]) {
  const steps = standing.map(([id, stage]) => {
    const step = { id, name: id, kind: "task", ...(stage && { stage }) } as Step;
    return [id, step] as const;
  });
  const boxes = standing.map(([id, , x, y]): [string, Box] => [
    id,
    { x, y, width: 200, height: 60 },
  ]);
  return stagePanels({ stages: STAGES, steps: new Map(steps) }, new Map(boxes));
}

test("a panel holds its steps with room for the stage's name", () => {
  const panels = panelsOf(["a", "d", 0, 0], ["b", "d", 300, 100]);
  expect(panels).toEqual([{ id: "d", name: "Discovery", x: -16, y: -34, width: 532, height: 210 }]);
});

test("a stage without steps has none, and a step without a stage makes none", () => {
  expect(panelsOf(["a", undefined, 0, 0])).toEqual([]);
});

test("a stage among whose steps another's or a loose one stands has none", () => {
  const apart: Standing[] = [
    ["a", "d", 0, 0],
    ["b", "d", 0, 400],
  ];
  expect(panelsOf(...apart)).toHaveLength(1);
  for (const stage of ["p", undefined]) {
    const panels = panelsOf(...apart, ["c", stage, 0, 200]);
    expect(panels.map((panel) => panel.id)).toEqual(stage === undefined ? [] : ["p"]);
  }
});

test("panels are the same only while every one is", () => {
  const panels = panelsOf(["a", "d", 0, 0]);
  expect(samePanels(panels, panelsOf(["a", "d", 0, 0]))).toBe(true);
  expect(samePanels(panels, panelsOf(["a", "d", 8, 0]))).toBe(false);
  expect(samePanels(panels, [])).toBe(false);
});
