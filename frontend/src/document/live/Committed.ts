/** What the server has said that it holds, so that *saved* is its word and not our hope. */
import * as Y from "yjs";
import type { Clocks } from "./frames";

export class Committed {
  private sent = 0;
  private acknowledged = 0;
  private readonly known = new Map<number, number>();

  /** A new connection counts from nothing; what the server is known to hold stays known. */
  reconnected(): void {
    this.sent = 0;
    this.acknowledged = 0;
  }

  messageSent(): void {
    this.sent += 1;
  }

  /** The server has committed this many of our messages and holds this much of the document. */
  saved(count: number, clocks: Clocks): void {
    this.acknowledged = Math.max(this.acknowledged, count);
    this.covers(clocks);
  }

  /** What comes from the server was committed there before it was sent. */
  received(update: Uint8Array): void {
    this.covers(Y.parseUpdateMeta(update).to);
  }

  get waiting(): boolean {
    return this.acknowledged < this.sent;
  }

  /** Whether every message is acknowledged and the whole of the document is known to be there. */
  holds(doc: Y.Doc): boolean {
    if (this.waiting) return false;
    const clocks = Y.decodeStateVector(Y.encodeStateVector(doc));
    for (const [client, clock] of clocks) {
      if ((this.known.get(client) ?? 0) < clock) return false;
    }
    return true;
  }

  private covers(clocks: Clocks): void {
    for (const [client, clock] of clocks) {
      if ((this.known.get(client) ?? 0) < clock) this.known.set(client, clock);
    }
  }
}
