import { describe, expect, it } from "vitest";
import { StepBoxes } from "./StepBoxes";

const box = (x: number, y: number) => ({ x, y, width: 200, height: 56 });

function standing(places: Record<string, readonly [number, number]>): StepBoxes {
  const boxes = new StepBoxes();
  boxes.arrange(Object.entries(places).map(([id, [x, y]]) => [id, box(x, y)]));
  return boxes;
}

describe("the boxes of steps", () => {
  it("are found by a point and by an area, left of and above zero too", () => {
    const boxes = standing({ a: [-900, -400], b: [0, 0], c: [1000, 1000] });
    expect(boxes.at({ x: -850, y: -380 })).toBe("a");
    expect(boxes.at({ x: 500, y: 500 })).toBeNull();
    expect(boxes.idsWithin({ x: -10, y: -10, width: 2000, height: 2000 }).sort()).toEqual([
      "b",
      "c",
    ]);
    expect(boxes.within({ x: -950, y: -390, width: 100, height: 10 })).toEqual([box(-900, -400)]);
  });

  it("are found where they were moved to, and no longer where they were", () => {
    const boxes = standing({ a: [0, 0] });
    boxes.move("a", { x: 3000, y: 0 });
    expect(boxes.at({ x: 50, y: 20 })).toBeNull();
    expect(boxes.at({ x: 3050, y: 20 })).toBe("a");
  });

  it("tell of a move to those who asked about this step only", () => {
    const boxes = standing({ a: [0, 0], b: [0, 200] });
    const told: string[] = [];
    boxes.subscribe("a", () => told.push("a"));
    const stop = boxes.subscribe("b", () => told.push("b"));
    boxes.move("a", { x: 8, y: 0 });
    stop();
    boxes.move("b", { x: 8, y: 200 });
    expect(told).toEqual(["a"]);
  });

  it("keep what stays, and forget what is gone", () => {
    const boxes = standing({ a: [0, 0], b: [0, 200] });
    const kept = boxes.get("a");
    boxes.arrange([["a", box(0, 0)]]);
    expect(boxes.get("a")).toBe(kept);
    expect(boxes.at({ x: 50, y: 220 })).toBeNull();
    expect(boxes.all().size).toBe(1);
  });
});
