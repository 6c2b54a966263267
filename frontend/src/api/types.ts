/** What the HTTP API answers, by the names that the editor uses; generated from openapi.json. */
import type { components, operations } from "./schema";

type Schemas = components["schemas"];

export type SilenceLevel = Schemas["Level"];
export type Severity = Schemas["Severity"];
export type Fix = Schemas["OfferedFix"];
export type Finding = Schemas["FindingAnswer"];
export type EdgeSilence = Schemas["EdgeSilenceAnswer"];
export type Report = Schemas["ReportAnswer"];
export type TemplateSummary = Schemas["TemplateCard"];
export type Template = Schemas["Template"];
export type ProcessSummary = Schemas["ProcessCard"];
/** A process that the disk has not kept as it was stored; told apart by `damaged`. */
export type DamagedSummary = Schemas["DamagedCard"];
export type ListedProcess = ProcessSummary | DamagedSummary;
export type CreatedProcess = Schemas["StoredProcess"];
export type ReadProcess = Schemas["ReadAnswer"];
export type FixResult = Schemas["FixAnswer"];
export type Layout = Schemas["LayoutAnswer"];
export type RuleSummary = Schemas["RuleCard"];
export type RuleCase = Schemas["RuleCase"];
export type RuleExplanation = Schemas["RulePage"];
/** One thing wrong with what was sent, and where. */
export type ProblemDetail = Schemas["ProblemError"];
/** RFC 9457. */
export type Problem = Pick<Schemas["ProblemDetails"], "type" | "title" | "status"> &
  Partial<Schemas["ProblemDetails"]>;

type Render = operations["render_api_render_post"]["requestBody"]["content"]["application/json"];
type Export = operations["export_process_api_processes__process_id__export_get"]["parameters"];

export type View = NonNullable<Render["view"]>;
export type DrawingFormat = NonNullable<Render["format"]>;
export type ExportFormat = NonNullable<NonNullable<Export["query"]>["format"]>;
export type Direction = NonNullable<Render["direction"]>;
