/** A thing that a person can do, by key, menu or name. */
import type { IconPencil } from "@tabler/icons-react";
import type { Point } from "../geometry/shapes";
import type { Editor, ViewName } from "../session/Editor";
import { isWidgetKey, readOut, showKeys } from "./keys";

/** How a command was asked for. */
export interface Asked {
  /** The keys that were pressed, when it was by key. */
  readonly keys?: string;
  /** Where on the canvas, in the process's pixels, when it was from the menu there. */
  readonly at?: Point;
}

/** A place in the menu of what is selected. */
export interface InMenu {
  /** Of one step, of one edge, of more than one of them, or of the chart while nothing is selected. */
  readonly of: "step" | "edge" | "several" | "chart";
  /** Entries of one group stand together, between lines. */
  readonly group: "change" | "clipboard" | "show" | "help" | "delete";
  /** Its place in the group, the lowest first. */
  readonly rank: number;
}

export type CommandIcon = typeof IconPencil;

export interface Command {
  /** Stable, as the file is named. */
  readonly id: string;
  /** Its place in the lists of all commands, the lowest first; no other has the same. */
  readonly rank: number;
  /** What it does, as a list of all commands says it. */
  readonly name: string;
  /** What the menu of the thing itself calls it, where that need not say of what. */
  readonly menuName?: string;
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
  /** The view that has to be open for it; any, when left out. */
  readonly view?: ViewName;
  /** Whether it can be done now; always, when left out. */
  readonly when?: (editor: Editor) => boolean;
  /** The menus on the flow chart that offer it; none, when left out. */
  readonly menus?: readonly InMenu[];
  readonly run: (editor: Editor, asked: Asked) => void | Promise<void>;
}

/** The keys of a command as a menu or a tooltip shows them; empty when it has none. */
export function shownKeys(command: Command): string {
  if (command.keysInWords !== undefined) return command.keysInWords;
  const [first] = command.keys;
  return first === undefined ? "" : showKeys(first);
}

/** The keys of a command as `aria-keyshortcuts` takes them; undefined when it has none. */
export function readOutKeys({ keys }: Command): string | undefined {
  return keys.length === 0 ? undefined : keys.map((one) => readOut(one)).join(" ");
}

/** Whether its keys do it on the flow chart only; elsewhere they may mean something else. */
export function isForChart({ view, byBrowser, keys }: Command): boolean {
  return view === "flowchart" || byBrowser === true || keys.every(isWidgetKey);
}
