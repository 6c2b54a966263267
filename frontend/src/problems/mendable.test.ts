import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Finding, Report } from "../api/types";
import { isMendedByAll, leftToAPerson, RULES_MENDED } from "./mendable";

function finding(rule: string, fixes: string[], more: Partial<Finding> = {}): Finding {
  return {
    id: rule,
    rule,
    severity: "error",
    message: "",
    steps: [],
    edges: [],
    days: null,
    waived: null,
    fixes: fixes.map((id) => ({ id, label: id })),
    ...more,
  };
}

const leftOf = (...findings: Finding[]) =>
  leftToAPerson({ findings } as unknown as Report).map(({ rule }) => rule);

describe("what “Fix all” mends", () => {
  it("is what the server mends", () => {
    const url = new URL("../../../backend/touchline/mending.py", import.meta.url);
    const order = /^ORDER = \(([^)]*)\)/m.exec(readFileSync(url, "utf8"))?.[1] ?? "";
    expect([...order.matchAll(/"([^"]+)"/g)].map(([, rule]) => rule)).toEqual([...RULES_MENDED]);
  });

  it("is a finding with a fix that takes nothing away", () => {
    expect(isMendedByAll(finding("gap", ["insert-touches"]))).toBe(true);
    expect(isMendedByAll(finding("unreachable", ["connect-from-earlier-step"]))).toBe(true);
    expect(isMendedByAll(finding("unreachable", ["delete-steps"]))).toBe(false);
    expect(isMendedByAll(finding("gap", []))).toBe(false);
  });

  it("is no finding of a rule that is left to a person, and none that is allowed", () => {
    expect(isMendedByAll(finding("trap", ["connect-to-end"]))).toBe(false);
    expect(isMendedByAll(finding("gap", ["insert-touches"], { waived: "So it is" }))).toBe(false);
  });

  it("leaves the other errors to a person", () => {
    const gap = finding("gap", ["insert-touches"]);
    const warning = finding("repeated-touch", [], { severity: "warning" });
    const allowed = finding("no-end", [], { waived: "Not yet" });
    expect(leftOf(gap, finding("trap", ["connect-to-end"]), warning, allowed)).toEqual(["trap"]);
  });
});
