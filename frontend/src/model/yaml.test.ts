import { describe, expect, it } from "vitest";
import type { Process } from "../api/process";
import { writeYaml } from "./yaml";

const COPIED: Process = {
  touchline: 1,
  name: "Consultative sale",
  max_gap: "5 days",
  stages: ["Discovery", "Yes"],
  steps: [
    {
      id: "first-call",
      name: "First call: who decides?",
      kind: "contact",
      channel: "call",
      stage: "Discovery",
      checklist: ["Ask who else decides", "Agree the next step before hanging up, in writing"],
      assets: [{ name: "Call guide", url: "https://example.com/guide" }],
      notes: 'Says "no"\nthen\u2028yes',
      position: { x: 120, y: 80 },
    },
  ],
  edges: [{ from: "first-call", to: "won", max_wait: "1 day", share: 0.5 }],
};

describe("YAML", () => {
  it("reads as a person writes it", () => {
    expect(writeYaml(COPIED)).toBe(
      `touchline: 1
name: Consultative sale
max_gap: 5 days
stages: [Discovery, "Yes"]
steps:
  - id: first-call
    name: "First call: who decides?"
    kind: contact
    channel: call
    stage: Discovery
    checklist:
      - Ask who else decides
      - "Agree the next step before hanging up, in writing"
    assets: 
      - {name: Call guide, url: "https://example.com/guide"}
    notes: "Says \\"no\\"\\nthen\\u2028yes"
    position: {x: 120, y: 80}
edges: 
  - {from: first-call, to: won, max_wait: 1 day, share: 0.5}
`.replaceAll(": \n", ":\n"),
    );
  });
});
