import { IconPencil } from "@tabler/icons-react";
import { expect, it } from "vitest";
import type { Command } from "./command";
import { Registry } from "./registry";

const command = (id: string, rank: number): Command => ({
  id,
  rank,
  name: id,
  icon: IconPencil,
  keys: [],
  run: () => {},
});

it("commands and lists of keys are each in their own order", () => {
  const keys = { title: "In the table", rank: 5, keys: [] };
  const registry = new Registry([command("second", 20), keys, command("first", 5)]);
  expect(registry.commands.map(({ id }) => id)).toEqual(["first", "second"]);
  expect(registry.keyLists).toEqual([keys]);
  expect(registry.named("second").rank).toBe(20);
});

it.each([
  ["two commands of one name", [command("go", 1), command("go", 2)]],
  ["two commands of one place", [command("go", 1), command("stay", 1)]],
  ["what is no command", [{ rank: 1 } as unknown as Command]],
])("%s is refused", (_, registered) => {
  expect(() => new Registry(registered)).toThrow();
});

it("a command that nobody has is asked for in vain", () => {
  expect(() => new Registry([]).named("fly")).toThrow("No command is called fly.");
});
