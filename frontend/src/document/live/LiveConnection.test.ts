import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as Y from "yjs";
import {
  awarenessFrame,
  readFrame,
  savedFrame,
  step1Frame,
  step2Frame,
  updateFrame,
} from "./frames";
import { LiveConnection } from "./LiveConnection";

/** A server at the other end of a socket, which stores when it is told to. */
class Server {
  readonly doc = new Y.Doc();
  private received: Uint8Array[] = [];
  private count = 0;
  socket: WebSocket | null = null;
  /** Whether what it is sent gets lost on the way. */
  silent = false;

  readonly open = (): WebSocket => {
    this.received = [];
    this.count = 0;
    const socket = { readyState: 1, send: (message: Uint8Array) => this.take(message), close() {} };
    this.socket = socket as unknown as WebSocket;
    return this.socket;
  };

  accept(): void {
    this.socket?.onopen?.(new Event("open"));
    this.send(step1Frame(Y.encodeStateVector(this.doc)));
  }

  /** Commits everything received and says so. */
  commit(): void {
    for (const update of this.received.splice(0)) {
      Y.applyUpdate(this.doc, update);
      this.count += 1;
    }
    this.send(savedFrame(this.count, Y.encodeStateVector(this.doc)));
  }

  send(message: Uint8Array): void {
    this.socket?.onmessage?.({ data: message.slice().buffer } as MessageEvent);
  }

  hangUp(code = 1006, reason = ""): void {
    this.socket?.onclose?.({ code, reason } as CloseEvent);
  }

  private take(message: Uint8Array): void {
    if (this.silent) return;
    const frame = readFrame(message);
    if (frame?.type === "step1") {
      this.send(step2Frame(Y.encodeStateAsUpdate(this.doc, frame.stateVector)));
    } else if (frame?.type === "step2" || frame?.type === "update") {
      this.received.push(frame.update);
    }
  }
}

describe("the live connection", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  function connected() {
    const server = new Server();
    const doc = new Y.Doc();
    const live = new LiveConnection("ws://example/live", doc, server.open);
    const state = () => live.status.get().state;
    return { server, doc, live, state, map: doc.getMap("process") };
  }

  it("lives on when it is sent presence that is none", () => {
    const server = new Server();
    const doc = new Y.Doc();
    const live = new LiveConnection("ws://test", doc, server.open);
    server.accept();
    for (const state of ["no JSON", "[1]"]) {
      const content = new Uint8Array([1, 7, 1, state.length, ...new TextEncoder().encode(state)]);
      server.send(awarenessFrame(content));
    }
    server.send(awarenessFrame(new Uint8Array([9, 9])));
    doc.getMap("process").set("name", "Still here");
    server.commit();
    expect(live.status.get().state).toBe("saved");
    expect(live.awareness.getStates().has(7)).toBe(false);
    live.stop();
  });

  it("is saved only after the server has committed every message", () => {
    const { server, live, state, map } = connected();
    expect(state()).toBe("connecting");
    server.accept();
    expect(state()).toBe("saving");
    server.commit();
    expect(state()).toBe("saved");
    map.set("name", "A");
    map.set("name", "B");
    expect(state()).toBe("saving");
    server.commit();
    expect(state()).toBe("saved");
    expect(server.doc.getMap("process").get("name")).toBe("B");
    live.stop();
  });

  it("is not saved by a state vector alone when a deletion is on its way", () => {
    const { server, live, state, map } = connected();
    map.set("name", "A");
    server.accept();
    server.commit();
    map.delete("name");
    expect(state()).toBe("saving");
    server.send(savedFrame(1, Y.encodeStateVector(server.doc)));
    expect(state()).toBe("saving");
    server.commit();
    expect(state()).toBe("saved");
    live.stop();
  });

  it("stays saved when somebody else's edits arrive", () => {
    const { server, live, state, map } = connected();
    server.accept();
    server.commit();
    const other = new Y.Doc();
    other.on("update", (update: Uint8Array) => server.send(updateFrame(update)));
    other.getMap("process").set("name", "From the other window");
    expect(map.get("name")).toBe("From the other window");
    expect(state()).toBe("saved");
    live.stop();
  });

  it("keeps edits made offline and hands them over when the server is back", () => {
    const { server, live, state, map } = connected();
    server.accept();
    server.commit();
    server.hangUp();
    expect(state()).toBe("offline");
    map.set("name", "Typed offline");
    expect(state()).toBe("offline");
    vi.runOnlyPendingTimers();
    server.accept();
    expect(state()).toBe("saving");
    server.commit();
    expect(state()).toBe("saved");
    expect(server.doc.getMap("process").get("name")).toBe("Typed offline");
    live.stop();
  });

  it("takes a line that does not answer for dead", () => {
    const { server, live, state, map } = connected();
    server.accept();
    server.commit();
    map.set("name", "Into the void");
    vi.advanceTimersByTime(9_000);
    expect(state()).toBe("saving");
    vi.advanceTimersByTime(1_000);
    expect(state()).toBe("offline");
    live.stop();
  });

  it("finds out by its heartbeat that a line is dead on which nothing happens", () => {
    const { server, live, state } = connected();
    server.accept();
    server.commit();
    vi.advanceTimersByTime(60_000);
    expect(state()).toBe("saved");
    server.silent = true;
    vi.advanceTimersByTime(20_000);
    expect(state()).toBe("offline");
    live.stop();
  });

  it("does not call a deletion saved that a closing line did not take", () => {
    const { server, live, state, map } = connected();
    map.set("name", "A");
    server.accept();
    server.commit();
    Object.assign(server.socket ?? {}, { readyState: 2 });
    map.delete("name");
    expect(state()).toBe("saving");
    live.stop();
  });

  it("says why the server cannot write until everything is written", () => {
    const { server, doc, live, state, map } = connected();
    server.accept();
    server.commit();
    map.set("name", "Onto a full disk");
    server.hangUp(4503, "The disk is full.");
    const unwritten = { state: "unwritten", unsaved: true, reason: "The disk is full." };
    expect(live.status.get()).toMatchObject(unwritten);
    vi.advanceTimersByTime(5_000);
    server.accept();
    expect(live.status.get()).toMatchObject(unwritten);
    server.commit();
    expect(live.status.get()).toMatchObject({ state: "saved", unsaved: false, reason: null });
    expect(server.doc.getMap("process").get("name")).toBe("Onto a full disk");
    expect(doc.getMap("process").get("name")).toBe("Onto a full disk");
    expect(state()).toBe("saved");
    live.stop();
  });

  it("asks a server that answers and cannot write ever more seldom", () => {
    const { server, live, map } = connected();
    server.accept();
    server.commit();
    map.set("name", "A");
    server.hangUp(4503, "The disk is full.");
    let tries = 0;
    for (let second = 0; second < 60; second += 1) {
      const { socket } = server;
      vi.advanceTimersByTime(1_000);
      if (server.socket === socket) continue;
      tries += 1;
      server.accept();
      server.hangUp(4503, "The disk is full.");
    }
    expect(tries).toBeLessThan(22);
    live.stop();
  });

  it("says when the server refuses edits, and offers them again", () => {
    const { server, live, state } = connected();
    server.accept();
    const { socket } = server;
    server.hangUp(4413);
    expect(state()).toBe("refused");
    vi.advanceTimersByTime(60_000);
    expect(server.socket).not.toBe(socket);
    live.stop();
  });

  it("says when the process is gone, and comes back by itself once it is restored", () => {
    const { server, live, state, map } = connected();
    server.accept();
    server.commit();
    server.hangUp(4404);
    expect(state()).toBe("gone");
    map.set("name", "Typed while in the bin");
    const { socket } = server;
    vi.advanceTimersByTime(3_000);
    expect(server.socket).toBe(socket);
    vi.advanceTimersByTime(4_000);
    expect(server.socket).not.toBe(socket);
    expect(state()).toBe("gone");
    server.hangUp(4404);
    expect(state()).toBe("gone");
    vi.advanceTimersByTime(7_000);
    server.accept();
    expect(state()).toBe("saving");
    server.commit();
    expect(state()).toBe("saved");
    expect(server.doc.getMap("process").get("name")).toBe("Typed while in the bin");
    live.stop();
  });

  it("asks at once whether a process that was gone is back, when told to", () => {
    const { server, live, state } = connected();
    server.accept();
    server.hangUp(4404);
    const { socket } = server;
    live.retryNow();
    expect(server.socket).not.toBe(socket);
    server.accept();
    server.commit();
    expect(state()).toBe("saved");
    live.stop();
  });
});
