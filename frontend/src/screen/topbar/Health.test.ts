import { describe, expect, it } from "vitest";
import type { ProcessSummary, Report } from "../../api/types";
import { silenceWords } from "../../findings/silence";
import { silenceOf } from "../../home/CardHealth";
import { DEFAULT_SETTINGS } from "../../model/snapshot";

type Silences = Report["edge_silences"];

function words(longest: number | null, edge_silences: Silences): string {
  const report = { longest_gap_days: longest, edge_silences } as unknown as Report;
  return silenceWords(report, { ...DEFAULT_SETTINGS, name: "Sale", max_gap: "5 days" });
}

function onCard(facts: Partial<ProcessSummary>): string {
  const summary = { max_gap_days: 5, longest_gap_days: 3, silence: "known", ...facts };
  return silenceOf(summary as ProcessSummary);
}

describe("the longest silence", () => {
  it("is a figure only where a stretch can be measured", () => {
    expect(words(0, [])).toBe("No silence to measure yet");
    expect(words(0, [{ from: "a", to: "b", days: null, level: "unknown" }])).toBe(
      "No silence to measure yet",
    );
    expect(words(4, [{ from: "a", to: "b", days: 4, level: "near" }])).toBe("4 of 5 days");
    expect(words(null, [{ from: "a", to: "b", days: null, level: "unknown" }])).toBe(
      "Longest silence unknown",
    );
  });

  it("is said in the same words on a card", () => {
    expect(onCard({})).toBe("3 of 5 days of silence");
    expect(onCard({ longest_gap_days: 0, silence: "none" })).toBe("No silence to measure yet");
    expect(onCard({ longest_gap_days: null, silence: "endless" })).toBe("Silence without end");
    expect(onCard({ longest_gap_days: null, silence: "unknown" })).toBe("Longest silence unknown");
  });
});
