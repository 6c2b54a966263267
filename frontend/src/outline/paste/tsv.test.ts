import { describe, expect, it, test } from "vitest";
import { parseTsv, writeTsv } from "./tsv";

describe("a copied block", () => {
  test.each([
    ["one cell", "Call", [["Call"]]],
    ["nothing", "", [[""]]],
    [
      "rows as Excel ends them",
      "a\tb\r\nc\td\r\n",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      "rows as Sheets ends them",
      "a\tb\nc\td",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      "empty cells",
      "\t\na\t",
      [
        ["", ""],
        ["a", ""],
      ],
    ],
    ["rows of different length", "a\nb\tc", [["a"], ["b", "c"]]],
    [
      "a cell of several lines",
      '"one\ntwo"\tb\nc\td',
      [
        ["one\ntwo", "b"],
        ["c", "d"],
      ],
    ],
    ["line breaks in a cell as Windows has them", '"one\r\ntwo"\tb', [["one\ntwo", "b"]]],
    ["quotes in a quoted cell", '"say ""yes""\nor no"', [['say "yes"\nor no']]],
    [
      "quotes that are only part of the words",
      '"Yes" is the answer\tb',
      [['"Yes" is the answer', "b"]],
    ],
    ["a quote that nothing closes", '"oh\tb', [['"oh', "b"]]],
    ["an empty line at the end of a quoted cell", '"a\n"', [["a\n"]]],
  ])("is read: %s", (_, text, rows) => {
    expect(parseTsv(text)).toEqual(rows);
  });

  it("is written so that it reads back as it was, whatever is in its cells", () => {
    const random = generator(7);
    const pieces = ["a", "“b”", '"', '""', "\t", "\n", " ", "é", "3 days", "", "=1+1", "'"];
    const cell = () =>
      Array.from({ length: random(5) }, () => pieces[random(pieces.length)] ?? "").join("");
    for (let round = 0; round < 3000; round += 1) {
      const width = 1 + random(4);
      const rows = Array.from({ length: 1 + random(4) }, () => Array.from({ length: width }, cell));
      expect(parseTsv(writeTsv(rows))).toEqual(rows);
    }
  });
});

/** Whole numbers below a bound, the same ones in every run. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}
