import { describe, expect, it } from "vitest";
import { snap } from "./snapping";

const box = (x: number, y: number, width = 200, height = 56) => ({ x, y, width, height });

describe("a dragged step", () => {
  it("comes to stand on the grid", () => {
    expect(snap(box(13, 20), [])).toEqual({ place: { x: 16, y: 24 }, guides: [] });
  });

  it("stands in line with a neighbour's centre, whatever their widths", () => {
    const { place, guides } = snap(box(95, 203), [box(80, 0, 224, 104)]);
    expect(place).toEqual({ x: 92, y: 200 });
    expect(guides).toEqual([{ x: 192 }]);
  });

  it("chooses the nearest of several neighbours", () => {
    expect(snap(box(100, 200), [box(95, 0), box(101, 400)]).place.x).toBe(101);
  });
});
