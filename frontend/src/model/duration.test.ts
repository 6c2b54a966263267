import { describe, expect, it } from "vitest";
import {
  addDurations,
  canonicalDuration,
  durationMinutes,
  formatDuration,
  parseDuration,
  sayAllowed,
  sayDays,
  sayDuration,
  splitDuration,
} from "./duration";

const parsed = (text: string) => {
  const duration = parseDuration(text);
  if (duration === null) throw new Error(`“${text}” was not read as a duration`);
  return duration;
};

describe("a duration", () => {
  it.each([
    ["30 minutes", "30 minutes"],
    ["4h", "4 hours"],
    ["3d", "3 days"],
    ["2w", "2 weeks"],
    ["1 week", "1 week"],
    ["1", "1 day"],
    ["0", "0 days"],
    ["0 hours", "0 days"],
    ["0w", "0 days"],
    ["1.5 days", "36 hours"],
    ["1,5 days", "36 hours"],
    ["0.1 hours", "6 minutes"],
    ["24h", "1 day"],
    ["1 day 4 hours", "28 hours"],
    ["1 day, 4 hours and 30 minutes", "1710 minutes"],
    ["2 weeks 1 day", "2 weeks 1 day"],
    [" 3 Days ", "3 days"],
    ["60m", "1 hour"],
  ])("reads %s as %s", (text, canonical) => {
    expect(canonicalDuration(text)).toBe(canonical);
    expect(canonicalDuration(canonical)).toBe(canonical);
  });

  it.each([
    "",
    "soon",
    "-1 day",
    "3 dayz",
    "1 day 1 day",
    "1.5 weeks",
    "9999 days",
    "1e3",
    "0.0001",
  ])("refuses %j", (text) => expect(parseDuration(text)).toBeNull());

  it("counts a week as seven calendar days or five business days", () => {
    expect(durationMinutes(parsed("1w"), "calendar")).toBe(7 * 1440);
    expect(durationMinutes(parsed("1w"), "business")).toBe(5 * 1440);
  });

  it("adds up, weeks staying weeks", () => {
    expect(formatDuration(addDurations(parsed("1w"), parsed("2d")))).toBe("1 week 2 days");
  });

  it.each([
    ["4 days", "2 days", "2 days"],
    ["5 days", "3 days", "2 days"],
    ["1 day", "12 hours", "12 hours"],
    ["1 hour", "30 minutes", "30 minutes"],
    ["1 week", "4 days", "3 days"],
    ["0 days", "0 days", "0 days"],
    ["1 minute", "1 minute", "0 days"],
  ])("of %s is shared as %s and %s", (whole, first, second) => {
    expect(splitDuration(parsed(whole), "calendar").map(formatDuration)).toEqual([first, second]);
  });

  it("is allowed in the number that it has", () => {
    expect([5, 1, 1 / 24, 2.5].map(sayAllowed)).toEqual([
      "5 days are allowed",
      "1 day is allowed",
      "1 hour is allowed",
      "2.5 days are allowed",
    ]);
  });

  it("is said as people say it", () => {
    expect([7, 1, 2.5, 0.25, 0, 52 / 24].map(sayDays)).toEqual([
      "7 days",
      "1 day",
      "2.5 days",
      "6 hours",
      "0 days",
      "2 days 4 hours",
    ]);
    expect(
      ["11565 minutes", "60 hours", "6 days", "2 weeks", "1 week 1 hour"].map(sayDuration),
    ).toEqual(["8 days 45 minutes", "2.5 days", "6 days", "2 weeks", "1 week 1 hour"]);
  });
});
