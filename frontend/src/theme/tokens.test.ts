import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { LEVELS, LOOKS, schemeVariables, tokens } from "./tokens";

const DRAWING_COPY = new URL(
  "../../../backend/touchline/drawing/theme/tokens.json",
  import.meta.url,
);

/** WCAG 2 relative luminance. */
function luminance(hex: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const [r = 0, g = 0, b = 0] = channels.map((c) =>
    c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

describe("the tokens", () => {
  it("are the ones that the drawn chart uses", () => {
    expect(JSON.parse(readFileSync(DRAWING_COPY, "utf8"))).toEqual(tokens);
  });

  describe.each(["light", "dark"] as const)("%s", (scheme) => {
    const { surface, kind, silence, severity } = tokens[scheme];

    it.each(LOOKS)("%s can be read, and its outline seen", (look) => {
      expect(contrast(kind[look].text, kind[look].fill)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(kind[look].icon, kind[look].fill)).toBeGreaterThanOrEqual(3);
      expect(contrast(kind[look].stroke, surface.canvas)).toBeGreaterThanOrEqual(3);
    });

    it.each(LEVELS)("%s can be read, and its line seen", (level) => {
      expect(contrast(silence[level].text, silence[level].fill)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(silence[level].line, surface.canvas)).toBeGreaterThanOrEqual(3);
    });

    it("has text and severities that can be read on every surface", () => {
      for (const ground of [surface.canvas, surface.panel, surface.raised, surface.sunken]) {
        const inks = [surface.text, surface.textSoft, surface.accentText];
        for (const ink of [...inks, ...Object.values(severity)]) {
          expect(contrast(ink, ground), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
        }
      }
    });
  });

  it("have the same names in both schemes", () => {
    expect(Object.keys(schemeVariables("light"))).toEqual(Object.keys(schemeVariables("dark")));
  });
});
