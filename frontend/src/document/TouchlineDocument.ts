/** One process as a shared document, with its snapshot, its undo and the way to change it. */
import * as Y from "yjs";
import type { Snapshot } from "../model/snapshot";
import type { SharedMap } from "./read";
import { type Roots, SnapshotStore } from "./SnapshotStore";

/** How long typing in one field goes on being one undo step, in milliseconds. */
const TYPING_PAUSE = 1000;

// Where changes come from that nobody made in this window: the origins of their transactions.
/** The server sent it, so it is not sent back. */
export const SERVER = Symbol("from the server");
/** It was read from the browser's own copy, so it is there already. */
export const LOCAL_COPY = Symbol("from the browser's own copy");
/** Another window of this browser told of it. */
export const OTHER_WINDOW = Symbol("from another window of this browser");
/** The origin of every change made here; undo takes back these and no one else's. */
const HERE = Symbol("edited in this window");
/** The origin of what the editor does by itself, which nobody would want to undo. */
const BY_ITSELF = Symbol("arranged by the editor");

export class TouchlineDocument implements Roots {
  readonly doc: Y.Doc;
  readonly process: SharedMap;
  readonly stages: SharedMap;
  readonly steps: SharedMap;
  readonly edges: SharedMap;
  readonly store: SnapshotStore;
  readonly undoManager: Y.UndoManager;
  private depth = 0;
  private typingIn: string | null = null;
  private session: symbol | null = null;

  constructor(doc: Y.Doc = new Y.Doc()) {
    this.doc = doc;
    this.process = doc.getMap("process");
    this.stages = doc.getMap("stages");
    this.steps = doc.getMap("steps");
    this.edges = doc.getMap("edges");
    this.store = new SnapshotStore(doc, this);
    this.undoManager = new Y.UndoManager([this.process, this.stages, this.steps, this.edges], {
      doc,
      trackedOrigins: new Set([HERE]),
      captureTimeout: TYPING_PAUSE,
    });
  }

  get snapshot(): Snapshot {
    return this.store.getSnapshot();
  }

  /**
   * Makes a change as one transaction and one undo step; an edit within an edit joins it.
   * Edits that name the same `typing` place (such as one field of one step) soon after one another
   * are one undo step.
   */
  edit<T>(change: () => T, typing: string | null = null): T {
    if (this.depth === 0) {
      if (typing === null || typing !== this.typingIn) this.undoManager.stopCapturing();
      this.typingIn = typing;
    }
    this.depth += 1;
    try {
      return this.doc.transact(change, HERE);
    } finally {
      this.depth -= 1;
    }
  }

  /**
   * Begins an edit session, as when a field gets the focus: until the function that it gives is
   * called, typing in one place is one undo step, however long the pauses.
   */
  beginTyping(): () => void {
    const session = Symbol("typing");
    this.session = session;
    this.typingIn = null;
    this.undoManager.captureTimeout = Number.POSITIVE_INFINITY;
    return () => {
      if (this.session !== session) return;
      this.session = null;
      this.typingIn = null;
      this.undoManager.captureTimeout = TYPING_PAUSE;
    };
  }

  /** How many undo steps there are, for {@link takeBackTo}. */
  get undoDepth(): number {
    return this.undoManager.undoStack.length;
  }

  /** Takes back the undo steps made since then as if they had never been: there is no redo. */
  takeBackTo(undoDepth: number): void {
    const { undoStack, redoStack } = this.undoManager;
    if (undoStack.length <= undoDepth) return;
    const redoDepth = redoStack.length;
    // Undo goes on to the step before when somebody else has overwritten all of one: not here.
    const kept = undoStack.splice(0, undoDepth);
    while (undoStack.length > 0 && this.undo());
    undoStack.unshift(...kept);
    redoStack.length = Math.min(redoStack.length, redoDepth);
    this.undoManager.emit("stack-cleared", [{ undoStackCleared: false, redoStackCleared: true }]);
  }

  /** Makes a change that is no undo step, such as placing steps that stand nowhere yet. */
  arrange<T>(change: () => T): T {
    this.depth += 1;
    try {
      return this.doc.transact(change, BY_ITSELF);
    } finally {
      this.depth -= 1;
    }
  }

  /** Takes back the last change made here; false when there is none. */
  undo(): boolean {
    this.typingIn = null;
    return this.undoManager.undo() !== null;
  }

  /** Makes again the change that undo took back last; false when there is none. */
  redo(): boolean {
    this.typingIn = null;
    return this.undoManager.redo() !== null;
  }

  destroy(): void {
    this.undoManager.destroy();
    this.doc.destroy();
  }
}
