import { expect, test } from "vitest";
import { amount } from "./amount";

test("a number is written as a person reads it, with its noun", () => {
  expect(amount(0, "step")).toBe("0 steps");
  expect(amount(1, "step")).toBe("1 step");
  expect(amount(1000, "step")).toBe("1,000 steps");
  expect(amount(2, "process", "processes")).toBe("2 processes");
});
