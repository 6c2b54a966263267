import { describe, expect, it } from "vitest";
import twins from "~twins/duration.json";
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
  typedDuration,
} from "./duration";

const parsed = (text: string) => {
  const duration = parseDuration(text);
  if (duration === null) throw new Error(`“${text}” was not read as a duration`);
  return duration;
};

describe("a duration", () => {
  it.each([...twins.read, ...twins.working])("reads $text as $canonical", (twin) => {
    expect(canonicalDuration(twin.text)).toBe(twin.canonical);
    expect(durationMinutes(parsed(twin.text))).toBe(twin.minutes);
    expect(canonicalDuration(twin.canonical)).toBe(twin.canonical);
  });

  it.each(twins.refused)("refuses %j", (text) => {
    expect(parseDuration(text)).toBeNull();
    expect(typedDuration(text, "business")).toHaveProperty("why");
  });

  it.each(twins.ambiguous)("refuses $text, which can be read two ways, and says both", (twin) => {
    expect(parseDuration(twin.text)).toBeNull();
    const typed = typedDuration(twin.text, "calendar");
    expect(typed).toHaveProperty(
      "why",
      expect.stringContaining(`Type ${twin.one} or ${twin.other}:`),
    );
    for (const meant of [twin.one, twin.other]) {
      expect(parseDuration(twin.text.replace(twin.number, meant))).not.toBeNull();
    }
  });

  it.each(twins.working)("takes $text where working days are counted", ({ text, canonical }) => {
    expect(typedDuration(text, "business")).toEqual({ text: canonical });
    const why = `This process counts calendar days: type ${canonical}, or choose working days in its details`;
    expect(typedDuration(text, "calendar")).toEqual({ why });
  });

  it.each(twins.weeks)("counts $text by the days of the week", ({ text, calendar, business }) => {
    expect(durationMinutes(parsed(text), "calendar")).toBe(calendar);
    expect(durationMinutes(parsed(text), "business")).toBe(business);
  });

  it.each(twins.said)("of $minutes minutes is said as $words", ({ minutes, words }) => {
    expect(sayDays(minutes / (24 * 60))).toBe(words);
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

  it("is said as people say it where it is stored", () => {
    expect(
      ["11565 minutes", "60 hours", "6 days", "2 weeks", "1 week 1 hour"].map(sayDuration),
    ).toEqual(["8 days 45 minutes", "2.5 days", "6 days", "2 weeks", "1 week 1 hour"]);
  });
});
