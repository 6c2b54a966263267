import { expect, test } from "vitest";
import { mediaTypeOf, READ_FILES, WRITTEN_FORMATS } from "./formats";

test("a file is read as what its ending says, and as YAML where it says nothing", () => {
  expect(mediaTypeOf("Sale.JSON")).toBe("application/json");
  expect(mediaTypeOf("sale.v2.yml")).toBe("application/yaml");
  expect(mediaTypeOf("sale")).toBe("application/yaml");
  expect(mediaTypeOf("sale.svg")).toBe("application/yaml");
});

test("what can be read is offered, what can be written is listed with what it is good for", () => {
  expect(READ_FILES.split(",")).toEqual(expect.arrayContaining([".yaml", ".yml", ".json"]));
  expect(READ_FILES).not.toContain("svg");
  expect(WRITTEN_FORMATS.length).toBeGreaterThan(5);
  for (const { name, use } of WRITTEN_FORMATS) expect([name, use]).not.toContain("");
});
