import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { commands } from "./commands";

describe("the commands", () => {
  it("are all the files of the list", () => {
    const files = readdirSync(new URL("./list", import.meta.url)).map((file) =>
      file.replace(/\.tsx?$/, ""),
    );
    expect(commands.map((command) => command.id).sort()).toEqual(files.sort());
  });

  it("share no keys unless one of them says when it applies", () => {
    const taken = new Map<string, string[]>();
    for (const { id, keys, when } of commands) {
      for (const key of when ? [] : keys) taken.set(key, [...(taken.get(key) ?? []), id]);
    }
    expect([...taken].filter(([, ids]) => ids.length > 1)).toEqual([]);
  });
});
