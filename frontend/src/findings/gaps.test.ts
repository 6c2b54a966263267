import { describe, expect, it } from "vitest";
import type { Finding } from "../api/types";
import { applyProcess } from "../document/edits/applyProcess";
import { TouchlineDocument } from "../document/TouchlineDocument";
import { excusedUpTo, gapBadges, gapLevels } from "./gaps";

const CHAIN = ["a", "b", "c", "d"];

function snapshotOf(waits: readonly string[]) {
  const document = new TouchlineDocument();
  applyProcess(document, {
    touchline: 1,
    name: "Chain",
    steps: CHAIN.map((id) => ({ id, name: id, kind: "contact" })),
    edges: waits.map((max_wait, at) => ({
      from: CHAIN[at] ?? "",
      to: CHAIN[at + 1] ?? "",
      max_wait,
    })),
  });
  return document.snapshot;
}

function gap(days: number | null, edges: [string, string][], rule = "gap"): Finding {
  const steps = [...new Set(edges.flat())];
  return {
    id: `${rule} ${days}`,
    rule,
    severity: "error",
    message: "",
    steps,
    edges,
    days,
    waived: null,
    waived_up_to_days: null,
    fixes: [],
  };
}

describe("the badges of silences", () => {
  const snapshot = snapshotOf(["1 day", "6 days", "2 days"]);

  it("stand on the longest wait of their stretch", () => {
    const badges = gapBadges(
      [
        gap(7, [
          ["a", "b"],
          ["b", "c"],
        ]),
      ],
      snapshot,
    );
    expect(badges.map(({ pair, words }) => [pair, words])).toEqual([["b c", "7 days of silence"]]);
  });

  it("stand where no other stretch runs, though the wait there be shorter", () => {
    const short = gap(7, [
      ["a", "b"],
      ["b", "c"],
    ]);
    const long = gap(8, [
      ["b", "c"],
      ["c", "d"],
    ]);
    const badges = gapBadges([short, long], snapshot);
    expect(badges.map(({ pair, finding }) => [pair, finding])).toEqual([
      ["c d", long],
      ["a b", short],
    ]);
  });

  it("share an edge only where there is no other, and then each has its own", () => {
    const long = gap(8, [["b", "c"]]);
    const short = gap(7, [["b", "c"]]);
    const badges = gapBadges([short, long], snapshot);
    expect(badges.map(({ pair, finding }) => [pair, finding])).toEqual([
      ["b c", long],
      ["b c", short],
    ]);
  });

  it("call a silence without bound so, and leave other findings alone", () => {
    const badges = gapBadges(
      [gap(null, [["a", "b"]], "endless-silence"), gap(null, [["c", "d"]], "wait-missing")],
      snapshot,
    );
    expect(badges.map((badge) => badge.words)).toEqual(["Silence without end"]);
  });
});

describe("an exception for what runs through an edge", () => {
  const allowed = (days: number, upTo: number | null) => ({
    ...gap(days, [["a", "b"]]),
    waived: "why",
    waived_up_to_days: upTo,
  });

  it("goes as far as that for the longest silence", () => {
    expect(excusedUpTo([allowed(6, null), allowed(8, 9)], "a b")).toBe(9);
    expect(excusedUpTo([allowed(8, null), allowed(6, 9)], "a b")).toBe(Number.POSITIVE_INFINITY);
  });

  it("still measures a silence that has outgrown it", () => {
    expect(excusedUpTo([{ ...allowed(8, 6), waived: null }], "a b")).toBe(6);
  });

  it("is none where one silence is not allowed, or there is none", () => {
    expect(excusedUpTo([allowed(8, 9), gap(7, [["a", "b"]])], "a b")).toBeNull();
    expect(excusedUpTo([allowed(8, 9)], "b c")).toBeNull();
  });
});

describe("the level of an edge", () => {
  it("is that of the silences it is a part of, whatever its own", () => {
    const levels = gapLevels([
      gap(7, [
        ["a", "b"],
        ["b", "c"],
      ]),
      gap(null, [["b", "c"]], "endless-silence"),
      gap(4, [["c", "d"]], "gap-near-limit"),
    ]);
    expect([...levels]).toEqual([
      ["a b", "over"],
      ["b c", "endless"],
    ]);
  });
});
