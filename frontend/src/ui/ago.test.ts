import { expect, test } from "vitest";
import { ago } from "./ago";

const now = new Date("2026-11-24T12:00:00Z");

test.each([
  ["2026-11-24T11:59:30Z", "just now"],
  ["2026-11-24T12:00:20Z", "just now"],
  ["2026-11-24T11:59:00Z", "1 minute ago"],
  ["2026-11-24T07:00:00Z", "5 hours ago"],
  ["2026-11-23T11:00:00Z", "yesterday"],
  ["2026-11-05T12:00:00Z", "2 weeks ago"],
  ["2024-01-01T12:00:00Z", "2 years ago"],
])("%s is said as “%s”", (then, words) => {
  expect(ago(new Date(then), now)).toBe(words);
});
