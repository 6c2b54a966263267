import { describe, expect, it } from "vitest";
import twins from "~twins/wrap.json";
import { bundled } from "./bundled";
import { comfortableWidth, widest, wrap, wrapEvenly } from "./wrap";

const tenPixelsEach = (text: string) => text.length * 10;
const inBold = (text: string) => bundled(text, twins.bold_size, "bold");

describe("wrapping", () => {
  it("keeps every word, in order", () => {
    const text = "Ask who else decides and agree the next step";
    expect(wrap(text, 120, tenPixelsEach).join(" ")).toBe(text);
  });

  it("gives no line wider than the room", () => {
    const lines = wrap("Ask who else decides and agree the next step", 120, tenPixelsEach);
    expect(widest(lines, tenPixelsEach)).toBeLessThanOrEqual(120);
  });

  it("breaks a word of 10,000 letters and loses none of them", () => {
    const word = "x".repeat(10_000);
    const lines = wrap(word, 200, tenPixelsEach);
    expect(lines.join("")).toBe(word);
    expect(widest(lines, tenPixelsEach)).toBeLessThanOrEqual(200);
  });

  it.each(twins.wrapped)("is that of the drawn chart: $what", ({ how, text, width, lines }) => {
    expect((how === "even" ? wrapEvenly : wrap)(text, width, inBold)).toEqual(lines);
  });

  it("makes lines about equally long", () => {
    // With “objections” broken there would be three lines, too.
    const whole = ["which", "objections", "are"];
    expect(wrapEvenly("which objections are", 110, tenPixelsEach)).toEqual(whole);
    expect(wrapEvenly("aaaa bbbb cccc dd", 140, tenPixelsEach)).toEqual(["aaaa bbbb", "cccc dd"]);
  });

  it("gives a very long text more width", () => {
    for (const { text, width, line, comfortable } of twins.comfortable) {
      expect(comfortableWidth(text, width, line, inBold)).toBeCloseTo(comfortable, 6);
    }
  });
});
