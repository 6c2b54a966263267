import { describe, expect, it } from "vitest";
import type { Box } from "../../geometry/shapes";
import {
  isInView,
  leastZoom,
  moveIntoView,
  onScreen,
  openingView,
  percentOf,
  shiftIntoView,
  type View,
  viewOf,
} from "./view";

const ROOM = { width: 800, height: 500, mapped: true };
const MAP = { x: 800 - 12 - 168, y: 500 - 12 - 112 };

function underMap({ x, y, width, height }: Box): boolean {
  return x + width > MAP.x && y + height > MAP.y;
}

const CHAIN: Box[] = [...Array(8).keys()].map((n) => ({
  x: n * 160,
  y: n * 110,
  width: 200,
  height: 56,
}));

describe("the view", () => {
  it("holds all the steps, none of them under the map", () => {
    const view = viewOf(CHAIN, ROOM, 1.1) as View;
    const shown = CHAIN.map((box) => onScreen(box, view));
    expect(shown.filter(underMap)).toEqual([]);
    for (const { x, y, width, height } of shown) {
      expect(Math.min(x, y, 800 - x - width, 500 - y - height)).toBeGreaterThanOrEqual(0);
    }
  });

  it("uses the whole room where there is no map, and where nothing would be under it", () => {
    const [first] = CHAIN as [Box];
    expect(viewOf([first], ROOM, 1.1)).toEqual(viewOf([first], { ...ROOM, mapped: false }, 1.1));
  });

  it("is moved to what is out of it, all of it where there is room", () => {
    const view = { x: 0, y: 0, zoom: 1 };
    const [near, next, , , , far] = CHAIN as [Box, Box, Box, Box, Box, Box];
    expect(moveIntoView([], view, ROOM)).toBe(view);
    expect(moveIntoView([near, next], { ...view, x: 5, y: 5 }, ROOM)).toEqual({
      x: 5,
      y: 5,
      zoom: 1,
    });
    const both = moveIntoView([near, next], { x: 900, y: 900, zoom: 1 }, ROOM);
    expect(both.zoom).toBe(1);
    expect([near, next].every((box) => isInView(box, both, ROOM))).toBe(true);
    // Too far apart for both: it stays where one is seen, and goes to one where none is.
    expect(moveIntoView([near, far], { x: 5, y: 5, zoom: 1 }, ROOM)).toEqual({
      x: 5,
      y: 5,
      zoom: 1,
    });
    const one = moveIntoView([near, far], { x: -300, y: 900, zoom: 1 }, ROOM);
    expect(isInView(near, one, ROOM)).toBe(true);
  });

  it.each([
    [700, 450],
    [590, 430],
    [560, 390],
    [900, 380],
    [610, 900],
  ])("is moved so that a step at %i, %i is in it and not under the map", (x, y) => {
    const step = { x, y, width: 200, height: 56 };
    const shift = shiftIntoView(step, ROOM);
    const there = { ...step, x: x + shift.x, y: y + shift.y };
    expect(underMap(there)).toBe(false);
    expect(there.x).toBeGreaterThanOrEqual(0);
    expect(there.x + 200).toBeLessThanOrEqual(800);
    expect(there.y).toBeGreaterThanOrEqual(0);
    expect(there.y + 56).toBeLessThanOrEqual(500);
  });

  it("stays where it is for a step that is in it", () => {
    const step = { x: 300, y: 200, width: 200, height: 56 };
    expect(shiftIntoView(step, ROOM)).toEqual({ x: 0, y: 0 });
  });

  it("is moved so that a step is whole where there is hardly room for it", () => {
    const narrow = { width: 240, height: 100, mapped: false };
    const step = { x: 230, y: 90, width: 200, height: 56 };
    expect(shiftIntoView(step, narrow)).toEqual({ x: 20 - 230, y: 22 - 90 });
  });

  it("opens a process as a whole that nearly fits, and on its beginning where names were lost", () => {
    const pane = { width: 884, height: 542, mapped: false };
    const column = (steps: number) =>
      [...Array(steps).keys()].map((n) => ({ x: 0, y: n * 106, width: 200, height: 56 }));
    const six = openingView(column(6), pane);
    expect(six.zoom).toBeGreaterThanOrEqual(0.65);
    expect(column(6).every((box) => isInView(box, six, pane))).toBe(true);
    expect(openingView(column(12), pane).zoom).toBe(0.9);
  });

  it("reaches as far as the whole process needs, and says how far that is", () => {
    const column = [...Array(1000).keys()].map((n) => ({
      x: 0,
      y: n * 106,
      width: 200,
      height: 56,
    }));
    const whole = viewOf(column, ROOM, 1.25) as View;
    expect([column[0], column[999]].every((box) => isInView(box as Box, whole, ROOM))).toBe(true);
    expect(leastZoom(column, ROOM)).toBe(whole.zoom);
    expect(percentOf(whole.zoom)).toBe(0.4);
    expect(leastZoom(CHAIN, ROOM)).toBe(0.05);
    expect(leastZoom([], ROOM)).toBe(0.05);
    expect([0.663, 0.0149, 0.05].map(percentOf)).toEqual([66, 1, 5]);
  });

  it("opens a long process on its beginning, with no step under the map or the zoom bar", () => {
    const pane = { width: 1000, height: 500, mapped: true };
    for (const aside of [-260, 0, 260]) {
      const long: Box[] = [...Array(30).keys()].map((n) => ({
        x: n % 2 === 0 ? 0 : aside,
        y: n * 90,
        width: 200,
        height: 56,
      }));
      const view = openingView(long, pane);
      const shown = long.map((box) => onScreen(box, view)).filter(({ y }) => y < pane.height);
      const low = shown.filter(({ y, height }) => y + height > MAP.y);
      expect(low.filter(({ x, width }) => x < 212 || x + width > 1000 - 180)).toEqual([]);
      const [first] = shown;
      expect(first?.y).toBeGreaterThanOrEqual(0);
      expect(first?.x).toBeGreaterThanOrEqual(0);
    }
  });
});
