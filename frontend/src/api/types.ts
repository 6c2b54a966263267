/** What the HTTP API answers. Written by hand until openapi.json is there to generate it from. */
import type { Process } from "../document/process";

export type SilenceLevel = "calm" | "near" | "over" | "endless" | "unknown";
export type Severity = "error" | "warning" | "info";

export interface Fix {
  id: string;
  label: string;
}

export interface Finding {
  id: string;
  rule: string;
  severity: Severity;
  message: string;
  steps: string[];
  edges: [string, string][];
  days: number | null;
  /** The reason given for leaving it so, or null. */
  waived: string | null;
  fixes: Fix[];
}

export interface EdgeSilence {
  from: string;
  to: string;
  /** The heaviest stretch through the edge, in days; null when it has no bound or is unknown. */
  days: number | null;
  level: SilenceLevel;
}

export interface Report {
  sound: boolean;
  /** Percent, 0 to 100. */
  detail_score: number;
  longest_gap_days: number | null;
  counts: Record<Severity, number>;
  findings: Finding[];
  edge_silences: EdgeSilence[];
  step_scores: { step: string; score: number }[];
  stage_scores: { stage: string; score: number }[];
}

export interface TemplateSummary {
  name: string;
  title: string;
  description: string;
  steps: number;
  stages: string[];
  max_gap: string;
}

export interface Template {
  name: string;
  process: Process;
  yaml: string;
}

export interface ProcessSummary {
  id: string;
  name: string;
  steps: number;
  sound: boolean;
  errors: number;
  warnings: number;
  longest_gap_days: number | null;
  max_gap_days: number;
  detail_score: number;
  /** ISO 8601. */
  edited_at: string;
  deleted_at: string | null;
}

export interface CreatedProcess {
  id: string;
  etag: string;
  process: Process;
}

export interface FixResult {
  process: Process;
  changes: string[];
  report: Report;
}

export interface Layout {
  positions: Record<string, { x: number; y: number }>;
  edges: {
    from: string;
    to: string;
    points: { x: number; y: number }[];
    label?: { x: number; y: number };
  }[];
  width: number;
  height: number;
  simplified: boolean;
}

export type View = "flowchart" | "mindmap";
export type DrawingFormat = "svg" | "png" | "pdf" | "dot" | "html";
export type ExportFormat = DrawingFormat | "yaml" | "json";
export type Direction = "TB" | "LR";

export interface RuleSummary {
  id: string;
  severity: Severity;
  why: string;
}

export interface RuleCase {
  name: string;
  process: Process;
  /** The address of its chart. */
  drawing: string;
}

export interface RuleExplanation {
  id: string;
  severity: Severity;
  title: string;
  why: string;
  reports: string;
  sound: RuleCase[];
  faulty: RuleCase[];
  mended: RuleCase[];
}

/** One thing wrong with what was sent, and where. */
export interface ProblemDetail {
  path: string;
  message: string;
  line?: number | null;
  column?: number | null;
  /** The line it is on, as it stands in the file. */
  quote?: string | null;
}

/** RFC 9457. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail?: string;
  errors?: ProblemDetail[];
}
