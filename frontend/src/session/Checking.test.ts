import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { applyProcess } from "../document/edits/applyProcess";
import { setEdgeField } from "../document/edits/setEdgeField";
import type { LiveStatus } from "../document/live/LiveConnection";
import { TouchlineDocument } from "../document/TouchlineDocument";
import { createStore } from "../ui/store";
import { Checking } from "./Checking";

/** Requests on their way: none is ever answered. */
const requests: { path: string; headers: Headers; signal: AbortSignal }[] = [];

function neverAnswered(path: string, init: RequestInit): Promise<Response> {
  const signal = init.signal as AbortSignal;
  requests.push({ path, headers: new Headers(init.headers), signal });
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(new DOMException("aborted", "AbortError")));
  });
}

function opened(): TouchlineDocument {
  const document = new TouchlineDocument(new Y.Doc());
  applyProcess(document, {
    touchline: 1,
    name: "Sale",
    days: "calendar",
    max_gap: "5 days",
    warn_gap: "3 days",
    stages: [],
    steps: [
      { id: "lead", name: "Lead", kind: "start" },
      { id: "won", name: "Won", kind: "end", outcome: "won" },
    ],
    edges: [{ from: "lead", to: "won", max_wait: "1 day" }],
  });
  return document;
}

function changeWait(document: TouchlineDocument, wait: string): void {
  const [edge] = document.snapshot.edges.keys();
  if (edge === undefined) throw new Error("There is an edge.");
  setEdgeField(document, edge, "max_wait", wait);
}

beforeEach(() => {
  requests.length = 0;
  vi.useFakeTimers();
  vi.stubGlobal("fetch", neverAnswered);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("a check that is not wanted any longer", () => {
  const live = createStore<LiveStatus>({ state: "saved" } as LiveStatus);

  it("is aborted by the next one, which the server can tell is of the same window", () => {
    const document = opened();
    const checking = new Checking("k3v9", document, live);
    vi.runOnlyPendingTimers();
    changeWait(document, "2 days");
    vi.runOnlyPendingTimers();
    expect(requests.map(({ signal }) => signal.aborted)).toEqual([true, false]);
    const headers = requests.map(({ headers }) => [
      headers.get("X-Touchline-Document"),
      headers.get("X-Touchline-Window"),
    ]);
    expect(headers[0]).toEqual(["k3v9", expect.stringMatching(/.{8,}/)]);
    expect(headers[1]).toEqual(headers[0]);
    checking.stop();
  });

  it("is aborted when the process is closed", () => {
    const checking = new Checking("k3v9", opened(), live);
    vi.runOnlyPendingTimers();
    checking.stop();
    expect(requests.map(({ path, signal }) => [path, signal.aborted])).toEqual([
      ["/api/check", true],
    ]);
  });
});
