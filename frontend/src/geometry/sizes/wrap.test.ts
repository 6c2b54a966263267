import { describe, expect, it } from "vitest";
import { comfortableWidth, widest, wrap, wrapEvenly } from "./wrap";

const tenPixelsEach = (text: string) => text.length * 10;

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

  it("never breaks within what is read as one sign", () => {
    expect(wrap("👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 110, tenPixelsEach)).toEqual(["👩‍👩‍👧‍👦", "👩‍👩‍👧‍👦"]);
  });

  it("gives one empty line for no text", () => {
    expect(wrap(" \n ", 100, tenPixelsEach)).toEqual([""]);
  });

  it("makes lines about equally long", () => {
    // With “objections” broken there would be three lines, too.
    const whole = ["which", "objections", "are"];
    expect(wrapEvenly("which objections are", 110, tenPixelsEach)).toEqual(whole);
    expect(wrapEvenly("aaaa bbbb cccc dd", 140, tenPixelsEach)).toEqual(["aaaa bbbb", "cccc dd"]);
  });

  it("gives a very long text more width", () => {
    expect(comfortableWidth("short", 150, 17, tenPixelsEach)).toBe(150);
    expect(comfortableWidth("x".repeat(10_000), 150, 17, tenPixelsEach)).toBeGreaterThan(1_000);
  });
});
