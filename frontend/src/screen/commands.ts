/**
 * The commands and keys of every part of the screen: whatever the files in their `commands` folders
 * give. A new file there is a new command; no list names it.
 */
import type { Command } from "../commands/command";
import { type KeyList, Registry } from "../commands/registry";

type Given = Command | KeyList | readonly Command[];

const files = import.meta.glob<Record<string, Given>>(
  ["../*/**/commands/*.ts", "!../**/*.test.ts"],
  { eager: true },
);

export const registry = new Registry(
  Object.values(files)
    .flatMap(Object.values<Given>)
    .flat(),
);
