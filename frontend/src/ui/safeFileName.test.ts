import { expect, it } from "vitest";
import cases from "~twins/file_names.json";
import { safeFileName } from "./safeFileName";

it.each(cases)("$name is saved as $safe", ({ name, safe }) => {
  expect(safeFileName(name)).toBe(safe);
});

it("keeps a name short enough for every disk", () => {
  const name = safeFileName(`${"営".repeat(500)}.yaml`);
  expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(205);
  expect(name.endsWith("営.yaml")).toBe(true);
});
