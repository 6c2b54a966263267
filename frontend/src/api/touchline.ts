/** One function for each thing that the server does. */

import {
  deleteAt,
  getFile,
  getJson,
  patchJson,
  postContent,
  postForFile,
  postJson,
  type RequestOptions,
} from "./client";
import type { Process } from "./process";
import type {
  CreatedProcess,
  Direction,
  DrawingFormat,
  ExportFormat,
  FixResult,
  Layout,
  ListedProcess,
  Report,
  RuleExplanation,
  RuleSummary,
  Template,
  TemplateSummary,
  View,
} from "./types";

const processAt = (id: string) => `/api/processes/${encodeURIComponent(id)}`;

export const listTemplates = () => getJson<TemplateSummary[]>("/api/templates");
export const getTemplate = (name: string) =>
  getJson<Template>(`/api/templates/${encodeURIComponent(name)}`);
export const templateThumbnail = (name: string, theme: "light" | "dark") =>
  `/api/templates/${encodeURIComponent(name)}/thumbnail.svg?theme=${theme}`;

export const listProcesses = ({ bin = false } = {}) =>
  getJson<ListedProcess[]>(`/api/processes?bin=${bin}`);
export const getProcess = (id: string) => getJson<Process>(processAt(id));
export const processThumbnail = (id: string, theme: "light" | "dark") =>
  `${processAt(id)}/thumbnail.svg?theme=${theme}`;
export const createProcess = (
  from: { template: string } | { process: Process } | { name: string },
) => postJson<CreatedProcess>("/api/processes", from);
export const importFile = (content: Blob, mediaType: string) =>
  postContent<CreatedProcess>("/api/processes/import", mediaType, content);
export const duplicateProcess = (id: string) =>
  postJson<CreatedProcess>(`${processAt(id)}/duplicate`, {});
/** Whatever else has been changed meanwhile stays as it is. */
export const renameProcess = (id: string, name: string) =>
  patchJson<Process>(processAt(id), { name }, { ifMatch: "*" });
export const restoreProcess = (id: string) => postJson<unknown>(`${processAt(id)}/restore`, {});
export const moveToBin = (id: string) => deleteAt(processAt(id));
export const deleteForever = (id: string) => deleteAt(`${processAt(id)}?forever=true`);

export interface ExportOptions {
  format: ExportFormat;
  view?: View;
  theme?: "light" | "dark";
  direction?: Direction;
  legend?: boolean;
  title?: boolean;
  inline?: boolean;
  /** As YAML what can be read of a damaged process. */
  remains?: boolean;
}

/** The address of a process as a file to download. */
export function exportAddress(id: string, options: ExportOptions): string {
  const query = new URLSearchParams(
    Object.entries(options).map(([key, value]) => [key, String(value)]),
  );
  return `${processAt(id)}/export?${query}`;
}

/** A stored process as a file. */
export const exportProcess = (id: string, options: ExportOptions) =>
  getFile(exportAddress(id, options));

/** Checks a process, given as JSON text since whoever asks often has compared that text. */
export const checkProcess = (json: string, options: RequestOptions) =>
  postJson<Report>("/api/check", json, options);

/** What to mend: one finding by one fix, or everything that can be, of one rule or of all. */
export type Mended = { finding: string; fix: string } | { all: string | true };

export const fixProcess = (process: Process, what: Mended, options: RequestOptions) =>
  postJson<FixResult>("/api/fix", { process, ...what }, options);

export type StepSizes = Record<string, { width: number; height: number }>;

export const layOut = (process: Process, sizes: StepSizes, options: RequestOptions) =>
  postJson<Layout>("/api/layout", { process, sizes }, options);

export interface RenderRequest {
  process: Process;
  view: View;
  format: DrawingFormat;
  theme?: "light" | "dark";
  direction?: Direction;
  title?: boolean;
  legend?: boolean;
  date?: string;
  fonts?: boolean;
}

export const render = (what: RenderRequest, options: RequestOptions) =>
  postForFile("/api/render", what, options);

export const listRules = () => getJson<RuleSummary[]>("/api/rules");
export const explainRule = (id: string) =>
  getJson<RuleExplanation>(`/api/rules/${encodeURIComponent(id)}`);

/** Reads YAML as a process without storing it; one that is not well-formed is an ApiError. */
export const readYaml = (yaml: string) =>
  postContent<{ process: Process }>("/api/read", "application/yaml", yaml);
