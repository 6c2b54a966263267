import { describe, expect, it, vi } from "vitest";
import type { Process } from "../../api/process";
import { applyProcess } from "../../document/edits/applyProcess";
import { TouchlineDocument } from "../../document/TouchlineDocument";
import { withSpace } from "../../editing/withSpace";
import type { Box, Point } from "../shapes";
import { type Join, spaceFor } from "./making";
import { placedBoxes } from "./placing";

const SIZE = { width: 200, height: 56 };

function column(...tops: number[]): Map<string, Box> {
  return new Map(tops.map((y, at) => [`s${at}`, { x: 0, y, ...SIZE }]));
}

function overlaps(boxes: ReadonlyMap<string, Box>): string[] {
  const all = [...boxes];
  return all.flatMap(([a, one], at) =>
    all
      .slice(at + 1)
      .filter(
        ([, two]) =>
          one.x < two.x + two.width &&
          two.x < one.x + one.width &&
          one.y < two.y + two.height &&
          two.y < one.y + one.height,
      )
      .map(([b]) => `${a} stands on ${b}`),
  );
}

function afterwards(
  standing: ReadonlyMap<string, Box>,
  places: ReadonlyMap<string, Point>,
): Map<string, Box> {
  const boxes = new Map(standing);
  for (const [id, place] of places) boxes.set(id, { ...SIZE, ...standing.get(id), ...place });
  return boxes;
}

/** Numbers from 0 to 1 that are the same in each run. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

describe("room for new steps", () => {
  it("is made between two by pushing down the lower one and all that stands below", () => {
    const standing = column(0, 112, 224);
    const places = spaceFor(
      standing,
      [{ id: "new", ...SIZE }],
      [
        { from: "s0", to: "new" },
        { from: "new", to: "s1" },
      ],
    );
    expect(places.get("new")?.x).toBe(0);
    expect(places.has("s0")).toBe(false);
    const boxes = afterwards(standing, places);
    const [a, b] = [boxes.get("new") as Box, boxes.get("s1") as Box];
    expect(a.y - SIZE.height).toBeGreaterThanOrEqual(64);
    expect(b.y - a.y - SIZE.height).toBeGreaterThanOrEqual(64);
    expect((boxes.get("s2") as Box).y - b.y).toBe(112);
  });

  it("stacks several in the order in which they follow each other", () => {
    const standing = column(0, 112);
    const places = spaceFor(
      standing,
      [
        { id: "second", ...SIZE },
        { id: "first", ...SIZE },
      ],
      [
        { from: "s0", to: "first" },
        { from: "first", to: "second" },
        { from: "second", to: "s1" },
      ],
    );
    const order = ["s0", "first", "second", "s1"];
    const boxes = afterwards(standing, places);
    const tops = order.map((id) => (boxes.get(id) as Box).y);
    expect(tops).toEqual([...tops].sort((a, b) => a - b));
    expect(overlaps(boxes)).toEqual([]);
  });

  it("is found beside a way back, where nothing is", () => {
    const standing = column(0, 112, 224);
    const places = spaceFor(
      standing,
      [{ id: "new", ...SIZE }],
      [
        { from: "s2", to: "new" },
        { from: "new", to: "s0" },
      ],
    );
    expect([...places.keys()]).toEqual(["new"]);
    expect(overlaps(afterwards(standing, places))).toEqual([]);
  });

  it.each([...Array(40).keys()])("leaves no step on another on random chart %i", (seed) => {
    const next = random(seed + 1);
    const standing = new Map<string, Box>();
    const count = 3 + Math.floor(next() * 20);
    for (let n = 0; n < count; n += 1) {
      const [row, line] = [Math.floor(n / 3), n % 3];
      standing.set(`s${n}`, {
        x: line * 260 + Math.round(next() * 40),
        y: row * 130 + Math.round(next() * 60),
        width: 180 + Math.round(next() * 40),
        height: 50 + Math.round(next() * 20),
      });
    }
    const any = () => `s${Math.floor(next() * count)}`;
    const newcomers = [...Array(8).keys()].map((n) => ({ id: `new${n}`, ...SIZE }));
    const edges = newcomers.flatMap(({ id }, n): Join[] => {
      const kind = next();
      if (kind < 0.1) return [];
      const before = n > 0 && kind < 0.3 ? `new${n - 1}` : any();
      return [{ from: before, to: id }, ...(kind < 0.9 ? [{ from: id, to: any() }] : [])];
    });
    const places = spaceFor(standing, newcomers, edges);
    const boxes = afterwards(standing, places);
    expect(overlaps(boxes)).toEqual([]);
    expect(boxes.size).toBe(count + 8);
    for (const [id, { x, y }] of standing) {
      expect(boxes.get(id)?.x).toBe(x);
      expect(boxes.get(id)?.y).toBeGreaterThanOrEqual(y);
    }
  });
});

describe("a process that the server has mended", () => {
  // Without a canvas to measure letters on, words have their usual widths.
  vi.stubGlobal("document", { createElement: () => ({ getContext: () => null }) });
  const step = (id: string, y?: number) => ({
    id,
    name: id,
    kind: "contact" as const,
    ...(y === undefined ? {} : { position: { x: 0, y } }),
  });
  const before: Process = {
    touchline: 1,
    name: "Chain",
    steps: [step("a", 0), step("b", 112), step("c", 224)],
    edges: [
      { from: "a", to: "b" },
      { from: "b", to: "c" },
    ],
  };

  it.each([["interpolated", 56] as const, ["nowhere", undefined] as const])(
    "stands on nothing when a new step was put %s, and one undo takes it all back",
    (_, y) => {
      const document = new TouchlineDocument();
      applyProcess(document, before);
      const mended: Process = {
        ...before,
        steps: [step("a", 0), step("touch", y), step("b", 112), step("c", 224)],
        edges: [
          { from: "a", to: "touch" },
          { from: "touch", to: "b" },
          { from: "b", to: "c" },
        ],
      };
      applyProcess(document, withSpace(mended, document.snapshot));
      const boxes = placedBoxes(document.snapshot);
      expect(boxes.size).toBe(4);
      expect(overlaps(boxes)).toEqual([]);
      document.undo();
      expect(placedBoxes(document.snapshot).get("c")?.y).toBe(224);
    },
  );
});
