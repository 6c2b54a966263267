import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { addCommands } from "./addCommands";
import { commands } from "./commands";

describe("the commands", () => {
  it("are all the files of the list", () => {
    const files = readdirSync(new URL("./list", import.meta.url)).map((file) =>
      file.replace(/\.tsx?$/, ""),
    );
    const added = addCommands.map((command) => command.id);
    expect(commands.map((command) => command.id).sort()).toEqual([...files, ...added].sort());
  });

  it("add each kind of step by its name", () => {
    const names = commands.map((command) => command.name);
    expect(names).toEqual(expect.arrayContaining(["Add a call", "Add an email", "Add an end"]));
  });

  it("share no keys unless one of them says when it applies", () => {
    const taken = new Map<string, string[]>();
    for (const { id, keys, when } of commands) {
      for (const key of when ? [] : keys) taken.set(key, [...(taken.get(key) ?? []), id]);
    }
    expect([...taken].filter(([, ids]) => ids.length > 1)).toEqual([]);
  });
});
