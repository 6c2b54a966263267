/** Opens a process: the browser's own copy at once, the server's as soon as it answers. */
import { IndexeddbPersistence } from "y-indexeddb";
import * as Y from "yjs";
import { TouchlineDocument } from "../TouchlineDocument";
import { LiveConnection } from "./LiveConnection";

export interface OpenDocument {
  readonly id: string;
  readonly document: TouchlineDocument;
  readonly live: LiveConnection;
  /** Settles when there is something to show, from either side; with what the server said. */
  readonly ready: Promise<"loaded" | "gone">;
  close(): void;
}

/** The name of a process's copy in the browser. */
export function localName(id: string): string {
  return `touchline/${id}`;
}

export function openDocument(id: string): OpenDocument {
  const doc = new Y.Doc();
  const document = new TouchlineDocument(doc);
  const local = new IndexeddbPersistence(localName(id), doc);
  const live = new LiveConnection(liveUrl(id), doc);
  const ready = new Promise<"loaded" | "gone">((resolve) => {
    const settle = () => {
      const { state, synced } = live.status.get();
      if (state === "gone") resolve("gone");
      else if (synced || document.process.size > 0) resolve("loaded");
    };
    live.status.subscribe(settle);
    local.whenSynced.then(settle);
  });
  let closed = false;
  return {
    id,
    document,
    live,
    ready,
    close() {
      if (closed) return;
      closed = true;
      live.stop();
      void local.destroy();
      document.destroy();
    },
  };
}

function liveUrl(id: string): string {
  const url = new URL(`/api/processes/${encodeURIComponent(id)}/live`, location.href);
  url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
  return url.href;
}
