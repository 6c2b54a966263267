import { expect, it } from "vitest";
import { assetLine } from "./cellText";
import { readAsset } from "./readText";
import { suggestionsFor } from "./suggestions";

it("reads an asset as its line says it, whatever its name and address", () => {
  const names = ["Call guide", "Price list – 2026", "A: b, c", "Guide (v2)", "“Quoted”", "1"];
  const urls = [undefined, "https://example.com/a?b=c#d", "http://x", "mailto:ann@example.com"];
  for (const name of names) {
    for (const url of urls) {
      const line = assetLine(url === undefined ? { name } : { name, url });
      expect(readAsset(line)).toEqual({ value: { name, url } });
    }
  }
});

it("offers what has every typed word, what begins so first, and what would be new last", () => {
  const stages = ["Proposal", "Discovery", "New proposal"];
  expect(suggestionsFor(stages, "prop", "stage")).toEqual([
    { text: "Proposal" },
    { text: "New proposal" },
    { text: "prop", adds: "stage" },
  ]);
  expect(suggestionsFor(stages, "discovery", "stage")).toEqual([{ text: "Discovery" }]);
  expect(suggestionsFor(["Ann", "Anna"], "Ann", "owner")).toEqual([{ text: "Anna" }]);
});
