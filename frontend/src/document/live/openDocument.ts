/** Opens a process: the browser's own copy at once, the server's as soon as it answers. */
import * as Y from "yjs";
import { createStore, type Store } from "../../ui/store";
import { TouchlineDocument } from "../TouchlineDocument";
import { LiveConnection } from "./LiveConnection";
import { LocalCopy } from "./LocalCopy";
import { OtherWindows } from "./OtherWindows";

export interface OpenDocument {
  readonly id: string;
  readonly document: TouchlineDocument;
  readonly live: LiveConnection;
  readonly local: LocalCopy;
  /** How far the opening has come; once it is open it stays so. */
  readonly opening: Store<Opening>;
  /**
   * Lets go of it. Edits that are neither on the server nor in the browser's copy keep it alive until
   * they are, and opening it again meanwhile finds them.
   */
  close(): void;
}

export type Opening =
  | "opening"
  /** There is something to show, from the browser's own copy or from the server. */
  | "open"
  /** The server has no such process, or has it in the bin; it is opened once that changes. */
  | "gone"
  /** The server does not answer, and this browser has no copy; it is opened once it does. */
  | "unreachable";

interface Held extends OpenDocument {
  closed: boolean;
}

const held = new Map<string, Held>();

/** The name of a process's copy in the browser. */
export function localName(id: string): string {
  return `touchline/${id}`;
}

export function openDocument(id: string): OpenDocument {
  const lingering = held.get(id);
  if (lingering !== undefined) {
    lingering.closed = false;
    lingering.live.retryNow();
    return lingering;
  }
  const doc = new Y.Doc();
  const document = new TouchlineDocument(doc);
  const local = new LocalCopy(localName(id), doc);
  const live = new LiveConnection(liveUrl(id), doc);
  const others = new OtherWindows(localName(id), doc, live.status);
  const opening = createStore<Opening>("opening");
  const goOn = () =>
    opening.set((now) => (now === "open" ? now : openingOf(document, live, local)));
  live.status.subscribe(goOn);
  local.status.subscribe(goOn);
  const destroy = () => {
    held.delete(id);
    live.stop();
    others.stop();
    local.stop();
    document.destroy();
  };
  const open: Held = {
    id,
    document,
    live,
    local,
    opening,
    closed: false,
    close() {
      open.closed = true;
      destroyOnceSafe();
    },
  };
  const destroyOnceSafe = () => {
    if (open.closed && held.get(id) === open && !wouldBeLost(open)) destroy();
  };
  live.status.subscribe(destroyOnceSafe);
  local.status.subscribe(destroyOnceSafe);
  held.set(id, open);
  return open;
}

function openingOf(document: TouchlineDocument, live: LiveConnection, local: LocalCopy): Opening {
  const { state, synced } = live.status.get();
  const read = local.status.get() !== "loading";
  // What another window tells of may come first; it is whole once the copy has been read.
  if (synced || (read && document.process.size > 0)) return "open";
  if (state === "gone") return "gone";
  return state !== "connecting" && read ? "unreachable" : "opening";
}

/** Whether edits are nowhere but in this window. */
export function wouldBeLost({ live, local }: OpenDocument): boolean {
  return live.status.get().unsaved && local.status.get() !== "kept";
}

globalThis.addEventListener?.("beforeunload", (event) => {
  if ([...held.values()].some(wouldBeLost)) event.preventDefault();
});

function liveUrl(id: string): string {
  const url = new URL(`/api/processes/${encodeURIComponent(id)}/live`, location.href);
  url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
  return url.href;
}
