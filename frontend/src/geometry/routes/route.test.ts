import { describe, expect, it } from "vitest";
import type { Box, Point, Route } from "../shapes";
import { pointsAlong } from "./curve";
import { among } from "./obstacles";
import { routeBetween, straight } from "./route";

const at = (x: number, y: number): Box => ({ x, y, width: 200, height: 56 });

/** Many points along a route. */
const along = ({ points }: Route) => pointsAlong(points);

const inside = (box: Box) => (point: Point) =>
  point.x > box.x && point.x < box.x + box.width && point.y > box.y && point.y < box.y + box.height;

describe("the route of an edge", () => {
  it("runs straight down to a step below", () => {
    const { points, label } = routeBetween(at(0, 0), at(0, 200), among([]));
    expect(new Set(points.map((point) => point.x))).toEqual(new Set([100]));
    expect(points[0]).toEqual({ x: 100, y: 56 });
    expect(points.at(-1)).toEqual({ x: 100, y: 200 });
    expect(label).toEqual({ x: 100, y: 128 });
  });

  it("goes past a step that stands in between", () => {
    const between = at(0, 200);
    const route = routeBetween(at(0, 0), at(0, 400), among([between]));
    expect(along(route).filter(inside(between))).toEqual([]);
  });

  it("goes from side to side when the next step stands beside", () => {
    const { points } = routeBetween(at(0, 0), at(400, 10), among([]));
    expect(points[0]).toEqual({ x: 200, y: 28 });
    expect(points.at(-1)).toEqual({ x: 400, y: 38 });
  });

  it("goes back up round the side, through neither step nor what stands in between", () => {
    const [from, between, to] = [at(0, 400), at(0, 200), at(0, 0)];
    const route = routeBetween(from, to, among([between]));
    for (const box of [from, between, to]) expect(along(route).filter(inside(box))).toEqual([]);
  });

  it.each([
    [210, 200],
    [-210, 0],
  ])(
    "goes up into a step that is above and aside, at %i, out of the side that faces it",
    (x, side) => {
      const to = at(x, 0);
      const { points } = routeBetween(at(0, 90), to, among([]));
      expect(points[0]).toEqual({ x: side, y: 118 });
      expect(points.at(-1)).toEqual({ x: x + 100, y: 56 });
      // Where something stands there, it goes past it.
      const between = at(x + 60 * Math.sign(x), 80);
      const past = along(routeBetween(at(0, 90), to, among([between])));
      expect(past.filter(inside(between))).toEqual([]);
    },
  );

  it("goes straight up to a step above, but beside an edge that comes down from there", () => {
    const { points } = routeBetween(at(0, 200), at(0, 0), among([]));
    expect(new Set(points.map(({ x }) => x))).toEqual(new Set([100]));
    const opposed = { fromSides: false, opposed: true };
    expect(straight(at(0, 200), at(0, 0), among([]), opposed)).toBeNull();
    const beside = routeBetween(at(0, 200), at(0, 0), among([]), opposed);
    expect(beside.label.x).toBeGreaterThan(200);
    expect(straight(at(0, 0), at(0, 200), among([]), opposed)?.label).toEqual({ x: 100, y: 128 });
  });

  it("goes down where the boxes have hardly room between them, as under a long name", () => {
    const { points } = routeBetween(at(0, 0), at(0, 56 + 12), among([]));
    expect(new Set(points.map(({ x }) => x))).toEqual(new Set([100]));
  });

  it("leaves by the side for a step that is hardly below and far aside, along no border", () => {
    const [from, to] = [at(0, 0), at(205, 73)];
    const route = routeBetween(from, to, among([]));
    expect(route.points[0]).toEqual({ x: 200, y: 28 });
    expect(route.points.at(-1)).toEqual({ x: 305, y: 73 });
  });

  it("goes past what stands between two steps side by side", () => {
    const between = at(300, 0);
    const route = routeBetween(at(0, 0), at(600, 0), among([between]));
    expect(along(route).filter(inside(between))).toEqual([]);
  });

  it("goes through no step of a crowd, whichever two of it are joined", () => {
    const crowd = [...Array(25).keys()].map((n) =>
      at((n % 5) * 270 + (n % 3) * 20, Math.floor(n / 5) * 120),
    );
    const through: string[] = [];
    for (const [n, from] of crowd.entries()) {
      for (const [m, to] of crowd.entries()) {
        if (n === m) continue;
        const others = crowd.filter((box) => box !== from && box !== to);
        const points = along(routeBetween(from, to, among(others)));
        if (others.some((box) => points.some(inside(box)))) through.push(`${n} ${m}`);
      }
    }
    expect(through).toEqual([]);
  });

  it("leaves a decision by its side when the next step is far to that side", () => {
    const { points } = routeBetween(at(0, 0), at(400, 200), among([]), {
      fromSides: true,
      opposed: false,
    });
    expect(points[0]).toEqual({ x: 200, y: 28 });
  });

  it("ends where steps overlap, too", () => {
    expect(
      routeBetween(at(0, 0), at(40, 20), among([])).points.every(({ x, y }) =>
        Number.isFinite(x + y),
      ),
    ).toBe(true);
  });
});
