import { expect, test } from "vitest";
import { sayShare, shareOf } from "./share";

test.each([
  ["20", 0.2],
  ["20 %", 0.2],
  ["7%", 0.07],
  ["12,5 %", 0.125],
  ["33.33", 0.3333],
  ["0", 0],
  ["100", 1],
  ["", undefined],
  ["101", null],
  ["-1", null],
  ["half", null],
])("“%s” is read as the share %s", (text, share) => {
  expect(shareOf(text)).toBe(share);
});

test.each([
  [0.2, "20 %"],
  [0.125, "12.5 %"],
  [undefined, ""],
])("the share %s is said as “%s”, and read back as itself", (share, words) => {
  expect(sayShare(share)).toBe(words);
  expect(shareOf(words)).toBe(share);
});
