/** A thing that a person can do, by key, menu or name. */
import type { IconPencil } from "@tabler/icons-react";
import type { Editor } from "../editor/Editor";
import { showKeys } from "./keys";

export type CommandIcon = typeof IconPencil;

export interface Command {
  /** Stable, as the file is named. */
  readonly id: string;
  /** What it does, as a menu says it. */
  readonly name: string;
  /** What stands before the name in a list. */
  readonly icon: CommandIcon;
  /** The keys that run it, such as `Mod+Shift+Z` (Mod is Cmd on a Mac, else Ctrl); the first is shown. */
  readonly keys: readonly string[];
  /** How the keys are written where the first of them does not say it all: “Arrow keys”. */
  readonly keysInWords?: string;
  /** The browser's own copy, cut and paste do it when the keys are pressed. */
  readonly byBrowser?: boolean;
  /** Whether the keys also work while somebody types in a field. */
  readonly whileTyping?: boolean;
  /** Whether it can be done now; always, when left out. */
  readonly when?: (editor: Editor) => boolean;
  /** Does it; `keys` are those that were pressed, when it was done by key. */
  readonly run: (editor: Editor, keys?: string) => void | Promise<void>;
}

/** The keys of a command as a menu or a tooltip shows them; empty when it has none. */
export function shownKeys(command: Command): string {
  if (command.keysInWords !== undefined) return command.keysInWords;
  const [first] = command.keys;
  return first === undefined ? "" : showKeys(first);
}
