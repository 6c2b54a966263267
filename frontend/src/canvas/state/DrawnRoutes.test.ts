import { describe, expect, it } from "vitest";
import { among } from "../../geometry/routes/obstacles";
import type { Box } from "../../geometry/shapes";
import { DrawnRoutes } from "./DrawnRoutes";

const NO_OTHERS = among([]);
const ENDS = { from: "a", to: "b" };
const A: Box = { x: 0, y: 0, width: 200, height: 56 };
const B: Box = { x: 0, y: 300, width: 200, height: 56 };
/** Out of the right side of the upper step and into the right side of the lower one. */
const POINTS = [
  { x: 200, y: 28 },
  { x: 280, y: 28 },
  { x: 280, y: 328 },
  { x: 200, y: 328 },
];

function drawn(): DrawnRoutes {
  const routes = new DrawnRoutes();
  const size = { width: 200, height: 56 };
  routes.keep(
    {
      positions: { a: A, b: B },
      edges: [{ ...ENDS, points: POINTS, label: null }],
      simplified: false,
      width: 400,
      height: 400,
    },
    { a: size, b: size },
  );
  return routes;
}

describe("the route that the layout drew", () => {
  it("goes along with its steps", () => {
    const shifted = (box: Box) => ({ ...box, x: box.x + 500, y: box.y - 40 });
    const route = drawn().between(ENDS, shifted(A), shifted(B), NO_OTHERS);
    expect(route?.points).toEqual(POINTS.map(({ x, y }) => ({ x: x + 500, y: y - 40 })));
  });

  it("stays on its side of a step whose name takes a second line", () => {
    const route = drawn().between(ENDS, { ...A, height: 73 }, B, NO_OTHERS);
    expect(route?.points[0]).toEqual({ x: 200, y: 36.5 });
    expect(route?.points.at(-1)).toEqual({ x: 200, y: 328 });
    expect(route?.points[1]?.x).toBe(280);
  });

  it("holds no longer once a step has moved far, or another one stands in it", () => {
    expect(drawn().between(ENDS, A, { ...B, x: 120 }, NO_OTHERS)).toBeUndefined();
    expect(
      drawn().between(ENDS, { ...A, width: 240 }, { ...B, x: -30 }, NO_OTHERS),
    ).toBeUndefined();
    const inWay = among([{ x: 220, y: 150, width: 200, height: 56 }]);
    expect(drawn().between(ENDS, A, B, inWay)).toBeUndefined();
  });
});
