/** Asks the server for the findings of the document, a moment after each change that matters. */
import { ApiError } from "../api/client";
import { checkProcess } from "../api/touchline";
import type { EdgeSilence, Finding, Report } from "../api/types";
import type { LiveStatus } from "../document/live/LiveConnection";
import type { TouchlineDocument } from "../document/TouchlineDocument";
import { toProcess } from "../model/toProcess";
import { createStore, type Store } from "../ui/store";

/** How long a change waits for the next one before it is checked, in milliseconds. */
const PAUSE = 40;
/** How long to wait before asking a server again that did not answer, in milliseconds. */
const RETRY = 2_000;

export interface CheckState {
  /** The last report, or null before the first one. */
  readonly report: Report | null;
  /** Whether the report is about the document as it is now. */
  readonly current: boolean;
  /** Why there is no current report, in words. */
  readonly problem: string | null;
  /** Whether that is because the server does not answer. */
  readonly unreachable: boolean;
  /** The silence of each edge, by `from to`. */
  readonly silences: ReadonlyMap<string, EdgeSilence>;
  /** The findings about each step, waived ones left out. */
  readonly findingsOfStep: ReadonlyMap<string, readonly Finding[]>;
}

const UNCHECKED: CheckState = {
  report: null,
  current: false,
  problem: null,
  unreachable: false,
  silences: new Map(),
  findingsOfStep: new Map(),
};

export class Checking {
  readonly state = createStore<CheckState>(UNCHECKED);
  private readonly unsubscribe: readonly (() => void)[];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private request: AbortController | null = null;
  /** The text of the process that the report or the request on its way is about. */
  private asked = "";

  constructor(
    private readonly id: string,
    private readonly document: TouchlineDocument,
    live: Store<LiveStatus>,
  ) {
    this.unsubscribe = [
      document.store.subscribe(() => this.schedule(PAUSE)),
      live.subscribe(() => {
        // A server that is back need not be waited for.
        if (this.state.get().unreachable && live.get().state !== "offline") this.schedule(0);
      }),
    ];
    this.schedule(0);
  }

  stop(): void {
    for (const unsubscribe of this.unsubscribe) unsubscribe();
    clearTimeout(this.timer);
    this.request?.abort();
  }

  private schedule(pause: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.check(), pause);
  }

  private async check(): Promise<void> {
    // Where a step stands on the canvas changes no finding, so dragging asks for nothing.
    const json = JSON.stringify(toProcess(this.document.snapshot, { positions: false }));
    if (json === this.asked) return;
    this.asked = json;
    this.state.set((state) => ({ ...state, current: false }));
    this.request?.abort();
    const request = new AbortController();
    this.request = request;
    try {
      const options = { signal: request.signal, about: this.id, latest: true };
      this.state.set(stateOf(await checkProcess(json, options)));
    } catch (error) {
      if (request.signal.aborted) return;
      this.asked = "";
      const unreachable = error instanceof ApiError && error.unreachable;
      const problem = unreachable ? "Findings are updated once the server is back." : String(error);
      this.state.set((state) => ({ ...state, current: false, problem, unreachable }));
      if (unreachable) this.schedule(RETRY);
    }
  }
}

/** The report with what the canvas looks up in it. */
export function stateOf(report: Report): CheckState {
  const findingsOfStep = new Map<string, Finding[]>();
  for (const finding of report.findings) {
    if (finding.waived !== null) continue;
    for (const step of new Set(finding.steps)) {
      findingsOfStep.set(step, [...(findingsOfStep.get(step) ?? []), finding]);
    }
  }
  const silences = new Map(report.edge_silences.map((edge) => [`${edge.from} ${edge.to}`, edge]));
  return {
    report,
    current: true,
    problem: null,
    unreachable: false,
    silences,
    findingsOfStep,
  };
}
