/**
 * Keeps a document in step with the server over a WebSocket, through every interruption.
 *
 * Its state is what the badge says: `saved` only when the server has committed everything here.
 */
import {
  Awareness,
  applyAwarenessUpdate,
  encodeAwarenessUpdate,
  removeAwarenessStates,
} from "y-protocols/awareness";
import * as Y from "yjs";
import { createStore, type Store } from "../../ui/store";
import { LOCAL_COPY, SERVER } from "../TouchlineDocument";
import { Committed } from "./Committed";
import {
  awarenessFrame,
  type Message,
  readFrame,
  step1Frame,
  step2Frame,
  updateFrame,
} from "./frames";
import { soundPresence } from "./presence";

export type LiveState =
  /** Opening for the first time: nothing is known yet. */
  | "connecting"
  | "saved"
  | "saving"
  /** No connection; edits are kept in this browser. */
  | "offline"
  /** The server does not take the last edits; they are kept here, and offered again. */
  | "refused"
  /** The server cannot write to its disk; edits are kept here, and offered again. */
  | "unwritten"
  /** The process is not on the server (any more); edits are kept, and it may come back. */
  | "gone";

export interface LiveStatus {
  readonly state: LiveState;
  /** Whether the document has been brought level with the server's at least once. */
  readonly synced: boolean;
  /** Whether there are edits that the server has not said it holds. */
  readonly unsaved: boolean;
  /** The server's own words for why edits are refused or not written. */
  readonly reason: string | null;
}

const NO_SUCH_PROCESS = 4404;
/** Edits that are malformed, or that would make the process larger than the server keeps. */
const REFUSED: ReadonlySet<number> = new Set([4400, 4413]);
const NOT_WRITTEN = 4503;
/** What goes on until the server says that it holds everything, however often it is tried. */
const UNTIL_SAVED: ReadonlySet<LiveState> = new Set(["refused", "unwritten"]);
const FIRST_RETRY = 250;
const LONGEST_RETRY = 5_000;
/** How long the server may leave something unanswered before the line is taken for dead, in ms. */
const ANSWER_TIMEOUT = 10_000;
/** How often a line on which nothing happens is asked whether it lives, in milliseconds. */
const HEARTBEAT = 10_000;

export class LiveConnection {
  readonly status: Store<LiveStatus> = createStore<LiveStatus>({
    state: "connecting",
    synced: false,
    unsaved: false,
    reason: null,
  });
  readonly awareness: Awareness;
  private socket: WebSocket | null = null;
  /** Whether the server has asked for what it lacks, so that updates may follow. */
  private answered = false;
  private readonly committed = new Committed();
  private retries = 0;
  private retryTimer: ReturnType<typeof setTimeout> | undefined;
  private answerTimer: ReturnType<typeof setTimeout> | undefined;
  private readonly heart: ReturnType<typeof setInterval>;
  private stopped = false;

  constructor(
    private readonly url: string,
    private readonly doc: Y.Doc,
    private readonly openSocket: (url: string) => WebSocket = (address) => new WebSocket(address),
  ) {
    this.awareness = new Awareness(doc);
    doc.on("update", this.onUpdate);
    this.awareness.on("update", this.onAwareness);
    globalThis.addEventListener?.("online", this.retryNow);
    globalThis.addEventListener?.("focus", this.retryNow);
    globalThis.addEventListener?.("offline", this.beat);
    globalThis.addEventListener?.("pagehide", this.onLeave);
    this.heart = setInterval(this.beat, HEARTBEAT);
    this.connect();
  }

  stop(): void {
    if (this.stopped) return;
    this.onLeave();
    this.stopped = true;
    clearTimeout(this.retryTimer);
    clearTimeout(this.answerTimer);
    clearInterval(this.heart);
    this.doc.off("update", this.onUpdate);
    this.awareness.off("update", this.onAwareness);
    this.awareness.destroy();
    globalThis.removeEventListener?.("online", this.retryNow);
    globalThis.removeEventListener?.("focus", this.retryNow);
    globalThis.removeEventListener?.("offline", this.beat);
    globalThis.removeEventListener?.("pagehide", this.onLeave);
    this.drop();
  }

  /** Tries again at once, as when the network is back, or somebody is back at the window. */
  readonly retryNow = (): void => {
    if (this.stopped) return;
    if (this.socket !== null) this.beat();
    else {
      clearTimeout(this.retryTimer);
      this.retries = 0;
      this.connect();
    }
  };

  private get state(): LiveState {
    return this.status.get().state;
  }

  private connect(): void {
    this.committed.reconnected();
    this.answered = false;
    const socket = this.openSocket(this.url);
    socket.binaryType = "arraybuffer";
    this.socket = socket;
    this.expectAnswer();
    const whileCurrent = (handle: () => void) => () => {
      if (this.socket === socket) handle();
    };
    socket.onopen = whileCurrent(() => {
      socket.send(step1Frame(Y.encodeStateVector(this.doc)));
      this.sendAwareness([this.doc.clientID]);
    });
    socket.onmessage = (event: MessageEvent<ArrayBuffer>) => {
      if (this.socket === socket) this.receive(new Uint8Array(event.data));
    };
    socket.onclose = (event) => {
      if (this.socket === socket) this.lost(event.code, event.reason);
    };
  }

  /**
   * Asks whether the line lives, as when the browser says that the network is gone (which a server on
   * this machine would not notice). A line that drops everything without a word is found out so.
   */
  private readonly beat = (): void => {
    if (this.socket?.readyState !== 1 || this.answerTimer !== undefined) return;
    this.expectAnswer();
    this.socket.send(step1Frame(Y.encodeStateVector(this.doc)));
  };

  private receive(message: Uint8Array): void {
    const frame = readFrame(message);
    this.stopWaiting();
    switch (frame?.type) {
      case "step1":
        this.send(step2Frame(Y.encodeStateAsUpdate(this.doc, frame.stateVector)));
        this.answered = true;
        break;
      case "step2":
      case "update":
        this.committed.received(frame.update);
        Y.applyUpdate(this.doc, frame.update, SERVER);
        if (frame.type === "step2") {
          this.setStatus({ synced: true });
        }
        break;
      case "awareness": {
        const sound = soundPresence(frame.update);
        if (sound !== null) applyAwarenessUpdate(this.awareness, sound, SERVER);
        break;
      }
      case "saved":
        // Not before: a server that answers and cannot write is not to be asked ever faster.
        this.retries = 0;
        this.committed.saved(frame.count, frame.clocks);
        break;
    }
    if (this.committed.waiting) this.expectAnswer();
    this.refresh();
  }

  private readonly onUpdate = (update: Uint8Array, origin: unknown): void => {
    if (origin !== SERVER && this.answered) this.send(updateFrame(update));
    // What is in the browser's own copy may be on the server too: only the server can tell.
    if (origin !== SERVER && origin !== LOCAL_COPY) this.setStatus({ unsaved: true });
    this.refresh();
  };

  private send(message: Message): void {
    // A line that is about to close takes nothing, and never acknowledges it either.
    if (this.socket?.readyState === 1) this.socket.send(message);
    this.committed.messageSent();
    this.expectAnswer();
  }

  /** A dead line takes messages without a word: only an answer shows that it lives. */
  private expectAnswer(): void {
    this.answerTimer ??= setTimeout(() => {
      this.answerTimer = undefined;
      this.lost(0);
    }, ANSWER_TIMEOUT);
  }

  private stopWaiting(): void {
    clearTimeout(this.answerTimer);
    this.answerTimer = undefined;
  }

  private readonly onAwareness = (
    { added, updated, removed }: Record<"added" | "updated" | "removed", number[]>,
    origin: unknown,
  ): void => {
    if (origin !== SERVER) this.sendAwareness([...added, ...updated, ...removed]);
  };

  private sendAwareness(clients: number[]): void {
    if (this.socket?.readyState !== 1 || this.awareness.getLocalState() === null) return;
    this.socket.send(awarenessFrame(encodeAwarenessUpdate(this.awareness, clients)));
  }

  private readonly onLeave = (): void => {
    if (this.socket?.readyState !== 1) return;
    const { clientID } = this.doc;
    removeAwarenessStates(this.awareness, [clientID], SERVER);
    this.socket.send(awarenessFrame(encodeAwarenessUpdate(this.awareness, [clientID])));
  };

  private lost(code: number, reason = ""): void {
    this.drop();
    this.stopWaiting();
    const others = [...this.awareness.getStates().keys()].filter((id) => id !== this.doc.clientID);
    removeAwarenessStates(this.awareness, others, SERVER);
    if (this.stopped) return;
    const state = stateAfter(code);
    // Told anew with every try: a process that is still gone may be gone from the bin by now.
    this.status.set((status) => ({
      ...status,
      state,
      reason: UNTIL_SAVED.has(state) && reason !== "" ? reason : null,
    }));
    // What is in the bin comes back when a person says so: there is no hurry to ask.
    const wait =
      state === "gone" ? LONGEST_RETRY : Math.min(FIRST_RETRY * 2 ** this.retries, LONGEST_RETRY);
    this.retries += 1;
    // Windows that lost the same server do not all come back in the same instant.
    this.retryTimer = setTimeout(() => this.connect(), wait * (0.75 + Math.random() / 2));
  }

  private drop(): void {
    const socket = this.socket;
    this.socket = null;
    this.answered = false;
    if (socket === null) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }

  private refresh(): void {
    if (!this.answered || !this.status.get().synced) return;
    if (this.committed.holds(this.doc)) {
      this.setStatus({ state: "saved", unsaved: false, reason: null });
    } else if (!UNTIL_SAVED.has(this.state)) this.setStatus({ state: "saving" });
  }

  private setStatus(change: Partial<LiveStatus>): void {
    this.status.set((status) => {
      const next = { ...status, ...change };
      const same =
        next.state === status.state &&
        next.synced === status.synced &&
        next.unsaved === status.unsaved &&
        next.reason === status.reason;
      return same ? status : next;
    });
  }
}

function stateAfter(code: number): LiveState {
  if (code === NO_SUCH_PROCESS) return "gone";
  if (REFUSED.has(code)) return "refused";
  return code === NOT_WRITTEN ? "unwritten" : "offline";
}
