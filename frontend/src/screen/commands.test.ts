import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { registry } from "./commands";

const { commands, keyLists } = registry;
const SOURCE = new URL("..", import.meta.url);
/** The files in the `commands` folders of the parts of the screen, without their endings. */
const FILES = readdirSync(SOURCE, { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => /.\/commands\/[^/]+\.ts$/.test(file) && !file.endsWith(".test.ts"))
  .map((file) => file.replace(/^.*\/|\.ts$/g, ""));

describe("the commands", () => {
  it("are all that the files give, each named as its file", () => {
    const ids = commands.map(({ id }) => id.replace(/^add[A-Z][a-z]+$/, "addStepOfKind"));
    const keys = FILES.filter((file) => file.endsWith("Keys"));
    expect([...new Set(ids), ...keys].sort()).toEqual([...FILES].sort());
    expect(keyLists).toHaveLength(keys.length);
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

  it("share no place in a menu", () => {
    const places = commands.flatMap(({ menus = [] }) =>
      menus.map(({ of, group, rank }) => `${of} ${group} ${rank}`),
    );
    expect(places).toHaveLength(new Set(places).size);
  });
});
