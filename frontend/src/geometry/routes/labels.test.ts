import { describe, expect, it } from "vitest";
import type { Box } from "../shapes";
import { boxAround, clearLabel, partsOf, placeBadge } from "./labels";
import { among } from "./obstacles";
import { routeBetween } from "./route";

const LABEL = { width: 60, height: 18 };
const BADGE = { width: 130, height: 20 };

function meet(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

const above = { x: 0, y: 0, width: 200, height: 56 };
const below = { x: 0, y: 300, width: 200, height: 56 };

describe("a label", () => {
  it("stays in the middle of its route where that is free", () => {
    const route = routeBetween(above, below, among([]));
    expect(clearLabel(route, LABEL, among([above, below]))).toEqual(route.label);
  });

  it("moves along its route from under a step", () => {
    const route = routeBetween(above, below, among([]));
    const onIt = { x: 0, y: 150, width: 200, height: 56 };
    const at = clearLabel(route, LABEL, among([above, below, onIt]));
    for (const step of [above, below, onIt]) expect(meet(boxAround(at, LABEL), step)).toBe(false);
  });
});

describe("a label among labels", () => {
  it("gives way to one that is there already, along its route or beside it", () => {
    const route = routeBetween(above, below, among([]));
    const steps = among([above, below]);
    const first = boxAround(route.label, LABEL);
    const second = boxAround(clearLabel(route, LABEL, steps, [first]), LABEL);
    const third = boxAround(clearLabel(route, LABEL, steps, [first, second]), LABEL);
    for (const [a, b] of [
      [first, second],
      [first, third],
      [second, third],
    ] as const) {
      expect(meet(a, b)).toBe(false);
    }
    for (const step of [above, below]) {
      for (const label of [second, third]) expect(meet(label, step)).toBe(false);
    }
  });

  it("stands beside its route where steps and labels leave no room on it", () => {
    const near = { x: 0, y: 90, width: 200, height: 56 };
    const route = routeBetween(above, near, among([]));
    const at = clearLabel(route, LABEL, among([above, near]), [boxAround(route.label, LABEL)]);
    expect(Math.abs(at.x - route.label.x)).toBeGreaterThan(LABEL.width);
  });
});

describe("a badge", () => {
  const route = routeBetween(above, below, among([]));
  const label = boxAround(route.label, LABEL);

  it("stands right beside its label where there is room", () => {
    const at = placeBadge(BADGE, label, route.points, among([above, below]), []);
    expect(at.y).toBe(route.label.y);
    expect(at.x).toBeGreaterThan(route.label.x);
  });

  it("gives way to the label of another edge and to steps, its whole width reckoned with", () => {
    const other = boxAround({ x: route.label.x + 150, y: route.label.y }, LABEL);
    const step = { x: route.label.x - 260, y: route.label.y - 30, width: 200, height: 56 };
    const steps = [above, below, step];
    const at = placeBadge(BADGE, label, route.points, among(steps), [other]);
    for (const box of [...steps, label, other]) expect(meet(boxAround(at, BADGE), box)).toBe(false);
  });

  it("gives way to the line of another edge, which it would seem to belong to", () => {
    const x = route.label.x + 100;
    const line = partsOf([56, 140, 220, 300].map((y) => ({ x, y })));
    const at = placeBadge(BADGE, label, route.points, among([above, below]), [], line);
    for (const box of line) expect(meet(boxAround(at, BADGE), box)).toBe(false);
  });
});
