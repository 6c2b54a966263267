import { describe, expect, it } from "vitest";
import { among } from "./obstacles";
import { type Box, type Point, pointOn, type Route, route } from "./route";

const at = (x: number, y: number): Box => ({ x, y, width: 200, height: 56 });

/** Many points along a route. */
function along({ points }: Route): Point[] {
  const all: Point[] = [];
  for (let n = 0; n + 3 < points.length; n += 3) {
    const [a, b, c, d] = points.slice(n, n + 4);
    if (!a || !b || !c || !d) continue;
    for (let t = 0; t <= 1; t += 0.05) all.push(pointOn([a, b, c, d], t));
  }
  return all;
}

const inside = (box: Box) => (point: Point) =>
  point.x > box.x && point.x < box.x + box.width && point.y > box.y && point.y < box.y + box.height;

describe("the way of an edge", () => {
  it("runs straight down to a step below", () => {
    const { points, label } = route(at(0, 0), at(0, 200), among([]));
    expect(new Set(points.map((point) => point.x))).toEqual(new Set([100]));
    expect(points[0]).toEqual({ x: 100, y: 56 });
    expect(points.at(-1)).toEqual({ x: 100, y: 200 });
    expect(label).toEqual({ x: 100, y: 128 });
  });

  it("goes past a step that stands in between", () => {
    const between = at(0, 200);
    const way = route(at(0, 0), at(0, 400), among([between]));
    expect(along(way).filter(inside(between))).toEqual([]);
  });

  it("goes from side to side when the next step stands beside", () => {
    const { points } = route(at(0, 0), at(400, 10), among([]));
    expect(points[0]).toEqual({ x: 200, y: 28 });
    expect(points.at(-1)).toEqual({ x: 400, y: 38 });
  });

  it("goes back up round the side, through neither step nor what stands in between", () => {
    const [from, between, to] = [at(0, 400), at(0, 200), at(0, 0)];
    const way = route(from, to, among([between]));
    for (const box of [from, between, to]) expect(along(way).filter(inside(box))).toEqual([]);
  });

  it.each([
    [210, 200],
    [-210, 0],
  ])(
    "goes up into a step that is above and aside, at %i, out of the side that faces it",
    (x, side) => {
      const to = at(x, 0);
      const { points } = route(at(0, 90), to, among([]));
      expect(points[0]).toEqual({ x: side, y: 118 });
      expect(points.at(-1)).toEqual({ x: x + 100, y: 56 });
      // Where something stands there, it goes round.
      const between = at(x + 60 * Math.sign(x), 80);
      expect(route(at(0, 90), to, among([between])).points.at(-1)).not.toEqual({
        x: x + 100,
        y: 56,
      });
    },
  );

  it("leaves a decision by its side when the next step is far to that side", () => {
    const { points } = route(at(0, 0), at(400, 200), among([]), true);
    expect(points[0]).toEqual({ x: 200, y: 28 });
  });

  it("ends where steps overlap, too", () => {
    expect(
      route(at(0, 0), at(40, 20), among([])).points.every(({ x, y }) => Number.isFinite(x + y)),
    ).toBe(true);
  });
});
