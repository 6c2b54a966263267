/** What somebody copied elsewhere, made the YAML of a process where it is a part of one. */

/** A block between fences, as chat tools and READMEs give it. */
const FENCED = /^[ \t]*(```+|~~~+)[^\n]*\n([\s\S]*?)^[ \t]*\1[ \t]*$/m;
/** What a part of a process begins with at its left edge. */
const PART = /^(?:steps|edges|stages):/m;
const STAGE = /(?:^|[\s{,])stage:[ \t]*("[^"\n]*"|'[^'\n]*'|[^\n,{}#]*[^\n,{}#\s])/gm;

/**
 * The text as the server reads it: without fences, the indentation of where it stood, and Windows'
 * line ends; and a few steps, or a list of them, as a process of their own. What is added stands
 * below, so that the lines that the server names are those of the text.
 */
export function pastedYaml(text: string): string {
  const lines = text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  const yaml = dedented(FENCED.exec(lines)?.[2] ?? lines);
  const whole = /^[ \t]*- /.test(yaml.replace(/^(?:[ \t]*(?:#.*)?\n)*/, "")) ? listed(yaml) : yaml;
  if (!PART.test(whole)) return whole;
  const missing = [
    ...(has(whole, "touchline") ? [] : ["touchline: 1"]),
    ...(has(whole, "name") ? [] : ["name: Pasted"]),
    ...(has(whole, "stages") ? [] : stagesIn(whole)),
  ];
  return missing.length === 0 ? whole : `${whole.trimEnd()}\n${missing.join("\n")}\n`;
}

function has(yaml: string, key: string): boolean {
  return new RegExp(`^${key}:`, "m").test(yaml);
}

/** A list that stands alone: of edges when it says where they lead, else of steps. */
function listed(yaml: string): string {
  const isOfEdges = /(?:^|[\s{,])from:/m.test(yaml) && !/(?:^|[\s{,])kind:/m.test(yaml);
  return `${isOfEdges ? "edges" : "steps"}:\n${yaml}`;
}

/** The stages that steps name, since a process lists them all. */
function stagesIn(yaml: string): string[] {
  const names = new Set([...yaml.matchAll(STAGE)].map(([, name]) => name));
  return names.size === 0 ? [] : [`stages: [${[...names].join(", ")}]`];
}

function dedented(text: string): string {
  const lines = text.split("\n");
  const depths = lines
    .filter((line) => line.trim() !== "")
    .map((line) => line.length - line.trimStart().length);
  const depth = Math.min(...depths);
  return Number.isFinite(depth) && depth > 0
    ? lines.map((line) => line.slice(depth)).join("\n")
    : text;
}
