/**
 * Keeps a copy of a document in the browser, so that nothing typed is lost while the server is away.
 *
 * Whether it can is not taken for granted: storage may be full, or switched off. Then the status says
 * so, and it is tried again by itself; once it works, the copy holds everything.
 */
import * as Y from "yjs";
import { createStore, type Store } from "../../ui/store";
import { LOCAL_COPY } from "../TouchlineDocument";
import { addUpdates, openStore, readUpdates, replaceUpdates } from "./localStore";

export type LocalState =
  /** Not read yet. */
  | "loading"
  /** Every edit is in the copy, or on its way there without waiting for anything. */
  | "kept"
  /** The browser's storage is full. */
  | "full"
  /** The browser does not allow it, as in some private windows. */
  | "unavailable";

/** Updates in the store after which they are made into one. */
const TRIM_AFTER = 500;
/** How long to wait before trying again what the browser refused, in milliseconds. */
const RETRY = 5_000;

export class LocalCopy {
  readonly status: Store<LocalState> = createStore<LocalState>("loading");
  private db: IDBDatabase | null = null;
  /** Whether the copy holds, or is about to hold, all that was edited so far. */
  private complete = false;
  private readonly early: Uint8Array[] = [];
  private count = 0;
  private retryTimer: ReturnType<typeof setTimeout> | undefined;
  private stopped = false;

  constructor(
    private readonly name: string,
    private readonly doc: Y.Doc,
  ) {
    doc.on("update", this.onUpdate);
    void this.load();
  }

  /** Ends the keeping; what is on its way into the copy still gets there. */
  stop(): void {
    this.stopped = true;
    clearTimeout(this.retryTimer);
    this.doc.off("update", this.onUpdate);
    this.db?.close();
  }

  private async load(): Promise<void> {
    try {
      const db = await this.open();
      if (db === null) return;
      const updates = await readUpdates(db);
      if (this.stopped) return;
      this.takeIn(updates);
      this.complete = true;
      this.status.set("kept");
      this.add(this.early.splice(0));
    } catch (error) {
      this.failed(error);
    }
  }

  /** The open store, or null when nobody wants it any more. */
  private async open(): Promise<IDBDatabase | null> {
    const db = await openStore(this.name);
    if (this.stopped) {
      db.close();
      return null;
    }
    // Somebody clears the site's data: make way, and begin a new copy.
    db.onversionchange = () => this.failed(null);
    db.onclose = () => this.failed(null);
    this.db = db;
    return db;
  }

  private takeIn(updates: readonly Uint8Array[]): void {
    this.count = updates.length;
    this.doc.transact(() => {
      for (const update of updates) Y.applyUpdate(this.doc, update, LOCAL_COPY);
    }, LOCAL_COPY);
  }

  private readonly onUpdate = (update: Uint8Array, origin: unknown): void => {
    if (origin === LOCAL_COPY) return;
    if (this.complete) this.add([update]);
    // After a failure everything is written anew, whatever was edited meanwhile.
    else if (this.status.get() === "loading") this.early.push(update);
  };

  private add(updates: readonly Uint8Array[]): void {
    if (updates.length === 0) return;
    this.count += updates.length;
    if (this.count >= TRIM_AFTER) this.writeAll();
    else this.write((db) => addUpdates(db, updates));
  }

  private writeAll(): void {
    this.write((db) =>
      replaceUpdates(db, (updates) => {
        this.takeIn(updates);
        this.count = 1;
        // From here on edits follow in transactions of their own.
        this.complete = true;
        return Y.encodeStateAsUpdate(this.doc);
      }),
    );
  }

  private write(writing: (db: IDBDatabase) => Promise<void>): void {
    const { db } = this;
    if (db === null) return;
    const failed = (error: unknown) => {
      if (this.db === db) this.failed(error);
    };
    try {
      writing(db).then(() => {
        if (this.db === db && this.complete) this.status.set("kept");
      }, failed);
    } catch (error) {
      failed(error);
    }
  }

  private failed(error: unknown): void {
    if (this.stopped) return;
    this.db?.close();
    this.db = null;
    this.complete = false;
    this.early.length = 0;
    const full = error instanceof DOMException && error.name === "QuotaExceededError";
    this.status.set(full ? "full" : "unavailable");
    clearTimeout(this.retryTimer);
    this.retryTimer = setTimeout(() => void this.tryAgain(), RETRY);
  }

  private async tryAgain(): Promise<void> {
    try {
      if ((await this.open()) !== null) this.writeAll();
    } catch (error) {
      this.failed(error);
    }
  }
}
