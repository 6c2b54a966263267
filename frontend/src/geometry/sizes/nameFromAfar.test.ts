import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { nameFromAfar } from "./nameFromAfar";
import { stepBox, type Words, widthForName } from "./stepBox";
import { NAME_TYPE, textWidth } from "./typeface";

beforeAll(() => {
  vi.stubGlobal("document", { createElement: () => ({ getContext: () => null }) });
});

afterAll(() => {
  vi.unstubAllGlobals();
});

const call = (name: string): Words => ({
  name,
  kind: "contact",
  channel: "call",
  owner: "Account executive",
});

const seen = (step: Words) => nameFromAfar(step, stepBox(step));

describe("the name of a step that is seen from afar", () => {
  it("is larger in the room that its details leave", () => {
    expect(seen(call("First call"))).toEqual({ lines: ["First call"], scale: 1.7 });
  });

  it("stays within the box of the step, whatever it says", () => {
    const words = ["Ask", "who", "else", "decides", "reconsideration", "procurement", "a"];
    for (let count = 1; count <= 12; count += 1) {
      const name = Array.from({ length: count }, (_, at) => words[(at * 5) % 7]).join(" ");
      const step = call(name);
      const box = stepBox(step);
      const { lines, scale } = nameFromAfar(step, box) ?? { lines: [], scale: 1 };
      expect(lines.length * NAME_TYPE.line * scale).toBeLessThan(box.height);
      for (const line of lines) {
        expect(textWidth(line, NAME_TYPE) * scale).toBeLessThanOrEqual(
          widthForName(step, box.width),
        );
      }
    }
  });

  it("breaks no word, and stays as it is where a larger one would not fit", () => {
    const step = call("Reconsiderations");
    expect(seen(step)?.lines).toEqual(["Reconsiderations"]);
    expect(seen(call("Donaudampfschifffahrtsgesellschaft"))).toBe(null);
  });

  it("keeps between the sides of a diamond", () => {
    const step: Words = { name: "Which objections are left?", kind: "decision" };
    const { lines, scale } = seen(step) ?? { lines: [], scale: 1 };
    expect(lines.join(" ")).toBe(step.name);
    expect(scale).toBeGreaterThan(1);
  });
});
