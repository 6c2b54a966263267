import { describe, expect, it } from "vitest";
import { type KeyPress, pressMatches, showKeys } from "./keys";

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

  it("are shown as the machine writes them", () => {
    expect(showKeys("Mod+Shift+Z", false)).toBe("Ctrl+Shift+Z");
    expect(showKeys("Mod+Shift+Z", true)).toBe("⌘⇧Z");
    expect(showKeys("Shift+ArrowUp", false)).toBe("Shift+↑");
  });
});
