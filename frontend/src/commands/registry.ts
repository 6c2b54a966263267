/**
 * Every command of the editor and the keys of each view: what menus, key presses, the list of
 * commands and the list of keys are made from. The parts of the screen know their own commands; the
 * screen gathers them here, so that nothing below has to know what stands above it.
 */
import { createContext, use } from "react";
import type { Command } from "./command";

/** The keys of a view that are no commands, as they are listed for people. */
export interface KeyList {
  /** Where they work: “In the outline”. */
  readonly title: string;
  /** Its place among the other lists, the lowest first. */
  readonly rank: number;
  readonly keys: readonly (readonly [keys: string, does: string])[];
}

export class Registry {
  /** In the order in which lists show them. */
  readonly commands: readonly Command[];
  /** In the order in which the list of keys shows them. */
  readonly keyLists: readonly KeyList[];
  private readonly byId: ReadonlyMap<string, Command>;

  /** Throws an Error when two have the same id or place, or something is none of both. */
  constructor(registered: Iterable<Command | KeyList>) {
    const all = [...registered];
    this.commands = inOrder(all.filter((one) => "run" in one));
    this.keyLists = inOrder(all.filter((one) => "title" in one));
    if (this.commands.length + this.keyLists.length < all.length) {
      throw new Error("Something that was registered is neither a command nor a list of keys.");
    }
    this.byId = new Map(this.commands.map((command) => [command.id, command]));
    if (this.byId.size < this.commands.length) throw new Error("Two commands have the same id.");
  }

  /** The command of this id; throws an Error when no part of the screen has one. */
  named(id: string): Command {
    const command = this.byId.get(id);
    if (command === undefined) throw new Error(`No command is called ${id}.`);
    return command;
  }
}

function inOrder<T extends { readonly rank: number }>(registered: readonly T[]): readonly T[] {
  const sorted = [...registered].sort((a, b) => a.rank - b.rank);
  const twice = sorted.find(({ rank }, at) => rank === sorted[at - 1]?.rank);
  if (twice !== undefined) throw new Error(`Two have the place ${twice.rank} in the same list.`);
  return sorted;
}

export const RegistryContext = createContext<Registry | null>(null);

/** The commands of the screen around this part of it. */
export function useRegistry(): Registry {
  const registry = use(RegistryContext);
  if (registry === null) throw new Error("There are no commands around this part of the screen.");
  return registry;
}
