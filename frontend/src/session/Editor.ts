/** One open process: its document, and what the parts of the screen share beside it. */
import { createContext, use } from "react";
import type { Process } from "../api/process";
import type { Finding } from "../api/types";
import type { LiveConnection } from "../document/live/LiveConnection";
import type { LocalCopy } from "../document/live/LocalCopy";
import type { OpenDocument } from "../document/live/openDocument";
import type { TouchlineDocument } from "../document/TouchlineDocument";
import { createStore, type Store } from "../ui/store";
import { Checking } from "./Checking";

export type ViewName = "flowchart" | "mindmap" | "outline";

export interface Selection {
  readonly steps: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
}

export const NOTHING_SELECTED: Selection = { steps: new Set(), edges: new Set() };

/** What is being typed where it stands on the canvas. */
export type Typing =
  /** A name; of a new step, `next` is the edge whose wait is typed next. */
  | { readonly what: "name"; readonly step: string; readonly next?: string }
  /** A wait or a condition; `text` is what has been typed already, `back` the step to return to. */
  | {
      readonly what: "wait" | "when";
      readonly edge: string;
      readonly text?: string;
      readonly back?: string;
    }
  | null;

/** The menu of steps on the canvas, and what becomes of the one chosen. */
export interface StepMenu {
  /** Where on the canvas it opens, in the process's pixels. */
  readonly at: { readonly x: number; readonly y: number };
  readonly use:
    | { readonly what: "add"; readonly joinedTo?: string }
    | { readonly what: "insert"; readonly edge: string }
    | { readonly what: "change"; readonly step: string };
}

/** The menu of what is selected on the canvas, or of the canvas itself. */
export interface ContextMenu {
  /** Where on the canvas it opens, in the process's pixels. */
  readonly at: { readonly x: number; readonly y: number };
  /** Asked for by key, so that its first entry takes the keyboard. */
  readonly byKey: boolean;
}

export type Dialog = "commands" | "keys" | "find" | "join" | null;

/** A fix looked at before it is applied: the process as it would be. */
export interface Preview {
  readonly finding: string;
  readonly process: Process;
}

/** What the canvas can do for the rest of the screen; there only while the canvas is shown. */
export interface CanvasPort {
  /** Brings the whole process into view. */
  fitAll(): void;
  /** Brings these steps into view. */
  frame(steps: Iterable<string>): void;
  /** Where on the canvas the middle of the view is, in the process's pixels. */
  centre(): { x: number; y: number };
  /** Brings a step into view without changing the zoom, where it is not in view already. */
  show(step: string): void;
  /** Moves the steps to their new places in one motion, as one undo step. */
  layOut(): Promise<void>;
  /** Opens the menu of what is selected beside it, or that of the canvas. */
  openMenu(): void;
  /** Gives the canvas the keyboard. */
  focus(): void;
}

export interface Editor {
  readonly id: string;
  readonly document: TouchlineDocument;
  readonly live: LiveConnection;
  readonly local: LocalCopy;
  readonly checking: Checking;
  readonly view: Store<ViewName>;
  readonly selection: Store<Selection>;
  readonly typing: Store<Typing>;
  readonly stepMenu: Store<StepMenu | null>;
  readonly contextMenu: Store<ContextMenu | null>;
  readonly dialog: Store<Dialog>;
  /** The finding that is shown on the canvas. */
  readonly shownFinding: Store<Finding | null>;
  readonly preview: Store<Preview | null>;
  /** The steps that undo or redo has changed last. */
  readonly undone: Store<readonly string[]>;
  readonly canvas: Store<CanvasPort | null>;
  /** Whether the outline is to take the keys when it comes up, as when a command has opened it. */
  readonly outlineAsked: Store<boolean>;
  /** Whether the details are open in a window that has no room to show them always. */
  readonly details: Store<boolean>;
}

export function createEditor({ id, document, live, local }: OpenDocument): Editor {
  return {
    id,
    document,
    live,
    local,
    checking: new Checking(id, document, live.status),
    view: createStore<ViewName>("flowchart"),
    selection: createStore<Selection>(NOTHING_SELECTED),
    typing: createStore<Typing>(null),
    stepMenu: createStore<StepMenu | null>(null),
    contextMenu: createStore<ContextMenu | null>(null),
    dialog: createStore<Dialog>(null),
    shownFinding: createStore<Finding | null>(null),
    preview: createStore<Preview | null>(null),
    undone: createStore<readonly string[]>([]),
    canvas: createStore<CanvasPort | null>(null),
    outlineAsked: createStore(false),
    details: createStore(false),
  };
}

export const EditorContext = createContext<Editor | null>(null);

export function useEditor(): Editor {
  const editor = use(EditorContext);
  if (editor === null) throw new Error("There is no editor around this part of the screen.");
  return editor;
}
