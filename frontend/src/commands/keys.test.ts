import { describe, expect, it } from "vitest";
import { isWidgetKey, type KeyPress, pressMatches, readOut, showKeys } from "./keys";

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

describe("keys", () => {
  it.each([
    ["Mod+Z", press("z", { ctrlKey: true }), true],
    ["Mod+Z", press("Z", { ctrlKey: true, shiftKey: true }), false],
    ["Mod+Shift+Z", press("Z", { ctrlKey: true, shiftKey: true }), true],
    ["Mod+Z", press("z"), false],
    ["Delete", press("Delete"), true],
    ["ArrowUp", press("ArrowUp", { shiftKey: true }), false],
    ["?", press("?", { shiftKey: true }), true],
    ["1", press("1"), true],
    ["1", press("1", { ctrlKey: true }), false],
  ])("%s and %o", (keys, pressed, matches) => {
    expect(pressMatches(pressed, keys, false)).toBe(matches);
  });

  it("use Cmd on a Mac", () => {
    expect(pressMatches(press("z", { metaKey: true }), "Mod+Z", true)).toBe(true);
    expect(pressMatches(press("z", { ctrlKey: true }), "Mod+Z", true)).toBe(false);
  });

  it.each([
    ["Enter", true],
    ["Shift+ArrowUp", true],
    ["Escape", false],
    ["Mod+Z", false],
    ["K", false],
  ])("%s is one that widgets live by: %s", (keys, expected) => {
    expect(isWidgetKey(keys)).toBe(expected);
  });

  it("are read out by the names of the standard", () => {
    expect(readOut("Mod+Shift+Z", false)).toBe("Control+Shift+Z");
    expect(readOut("Mod+Shift+Z", true)).toBe("Meta+Shift+Z");
  });

  it("are shown as the machine writes them", () => {
    expect(showKeys("Mod+Shift+Z", false)).toBe("Ctrl+Shift+Z");
    expect(showKeys("Mod+Shift+Z", true)).toBe("⌘⇧Z");
    expect(showKeys("Shift+ArrowUp", false)).toBe("Shift+↑");
  });
});
