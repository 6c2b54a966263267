import { expect, test } from "vitest";
import type { LiveState, LiveStatus } from "../../document/live/LiveConnection";
import { warningOf } from "./SafetyBar";

function live(state: LiveState, rest: Partial<LiveStatus> = {}): LiveStatus {
  return { state, synced: true, unsaved: false, reason: null, ...rest };
}

test("nothing is said while every edit is somewhere safe", () => {
  for (const state of ["connecting", "saving", "saved", "offline", "gone"] as const) {
    expect(warningOf(live(state, { unsaved: true }), "kept")).toBeNull();
  }
});

test("a browser without a copy is a calm matter while the server saves, and urgent once it does not", () => {
  const words = warningOf(live("saved"), "full");
  expect(words?.tone).toBe("calm");
  expect(words?.words).toMatch(/its storage is full\. Edits are saved on the server only\./);
  const offline = warningOf(live("offline", { unsaved: true }), "unavailable");
  expect(offline?.tone).toBe("urgent");
  expect(offline?.words).toMatch(/Keep this window open, or what you changed is lost\./);
  expect(warningOf(live("offline"), "full")?.words).toMatch(/What you change now is lost/);
});

test("what the server says is said, and where the edits are meanwhile", () => {
  const full = live("unwritten", { unsaved: true, reason: "The disk is full" });
  expect(warningOf(full, "kept")?.words).toBe(
    "The server says: The disk is full. What you changed is kept in this browser and saved as soon as that works.",
  );
  expect(warningOf(full, "full")?.words).toMatch(/Keep this window open/);
  expect(warningOf(live("refused"), "kept")?.words).toMatch(/Undo them\./);
});
