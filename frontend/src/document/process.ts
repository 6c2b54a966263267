/** A process as it crosses the wire: the JSON that the server checks, mends, draws and exports. */
import type { Channel, DayCount, Kind, Outcome } from "./model";

export interface ProcessAsset {
  name: string;
  url?: string;
}

export interface ProcessWaiver {
  rule: string;
  reason: string;
}

export interface ProcessStep {
  id: string;
  name: string;
  kind: Kind;
  channel?: Channel;
  outcome?: Outcome;
  /** The name of its stage. */
  stage?: string;
  owner?: string;
  purpose?: string;
  prospect_gain?: string;
  duration?: string;
  checklist?: string[];
  exit_criteria?: string[];
  assets?: ProcessAsset[];
  notes?: string;
  position?: { x: number; y: number };
  allow?: ProcessWaiver[];
}

export interface ProcessEdge {
  from: string;
  to: string;
  max_wait?: string;
  when?: string;
  share?: number;
  allow?: ProcessWaiver[];
}

export interface Process {
  touchline: 1;
  name: string;
  description?: string;
  days?: DayCount;
  max_gap?: string;
  warn_gap?: string;
  stages?: string[];
  steps?: ProcessStep[];
  edges?: ProcessEdge[];
}
