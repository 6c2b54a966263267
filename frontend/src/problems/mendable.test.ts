import { describe, expect, it } from "vitest";
import type { Finding, Report } from "../api/types";
import { isMendedByAll, leftToAPerson } from "./mendable";

type Made = Record<string, boolean>;

/** A finding with its fixes, and whether “Fix all” may make each. */
function finding(rule: string, fixes: Made, more: Partial<Finding> = {}): Finding {
  return {
    id: rule,
    rule,
    severity: "error",
    message: "",
    steps: [],
    edges: [],
    days: null,
    waived: null,
    waived_up_to_days: null,
    fixes: Object.entries(fixes).map(([id, by_all]) => ({ id, label: id, by_all })),
    ...more,
  };
}

const leftOf = (...findings: Finding[]) =>
  leftToAPerson({ findings } as unknown as Report).map(({ rule }) => rule);

describe("what “Fix all” mends", () => {
  it("is a finding with a fix that needs nobody to choose it", () => {
    expect(isMendedByAll(finding("gap", { "insert-touches": true }))).toBe(true);
    const lonely = { "connect-from-earlier-step": true, "delete-steps": false };
    expect(isMendedByAll(finding("unreachable", lonely))).toBe(true);
    expect(isMendedByAll(finding("unreachable", { "delete-steps": false }))).toBe(false);
    expect(isMendedByAll(finding("gap", {}))).toBe(false);
  });

  it("leaves the other errors to a person", () => {
    const gap = finding("gap", { "insert-touches": true });
    const warning = finding("repeated-touch", {}, { severity: "warning" });
    const allowed = finding("no-end", {}, { waived: "Not yet" });
    const trap = finding("trap", { "connect-to-end": false });
    expect(leftOf(gap, trap, warning, allowed)).toEqual(["trap"]);
  });
});
