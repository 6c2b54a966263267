/** What stands in the cells of the outline, as it is shown, copied and typed. */

import { type Field, labelOf } from "../../model/fields";
import { sayShare } from "../../model/share";
import type { Asset, Edge, ListItem, Snapshot, Step } from "../../model/snapshot";
import { type ColumnKey, columnOf } from "../columns/columns";

/** Between the name of an asset and where it is to be found. */
export const ASSET_SEPARATOR = " – ";

/** The text of a cell; findings are not of the document, and their cells are empty here. */
export function cellText(snapshot: Snapshot, step: Step, column: ColumnKey): string {
  switch (column) {
    case "problems":
      return "";
    case "channel":
      return step.kind === "contact" ? say(step.channel, columnOf(column).field) : "";
    case "stage":
      return snapshot.stages.find(({ id }) => id === step.stage)?.name ?? "";
    case "next":
      return outgoingOf(snapshot, step.id)
        .map(({ to }) => oneLine(snapshot.steps.get(to)?.name ?? to))
        .join("\n");
    default: {
      const { field, text } = columnOf(column);
      if (field === undefined) return "";
      if (text === "edges")
        return perEdge(snapshot, step.id, (edge) => say(valueIn(edge, field), field));
      const value = valueIn(step, field);
      return Array.isArray(value) ? value.map(entryLine).join("\n") : say(value, field);
    }
  }
}

/** What stands in a field of a step or an edge. */
export function valueIn(of: Step | Edge, { key }: Field): unknown {
  return (of as unknown as Readonly<Record<string, unknown>>)[key];
}

/** A plain value as it is shown and typed; empty for none. */
function say(value: unknown, field: Field | undefined): string {
  if (value === undefined) return "";
  if (typeof value === "number") return field?.form === "share" ? sayShare(value) : String(value);
  return field?.words === undefined ? String(value) : labelOf(field.words, String(value));
}

function entryLine(entry: ListItem | Asset): string {
  return "text" in entry ? oneLine(entry.text) : assetLine(entry);
}

/** The edges out of a step, in their order. */
export function outgoingOf({ outgoing, edges }: Snapshot, step: string): Edge[] {
  return (outgoing.get(step) ?? []).flatMap((id) => edges.get(id) ?? []);
}

/** An asset on one line: its name, then its address where it has one. */
export function assetLine({ name, url }: Pick<Asset, "name"> & { readonly url?: string }): string {
  return url === undefined ? oneLine(name) : `${oneLine(name)}${ASSET_SEPARATOR}${url}`;
}

/** A text in a place where a line break would begin another entry. */
export function oneLine(text: string): string {
  return text.trim().replace(/\s*[\n\r\v\f\u2028\u2029]\s*/g, " ");
}

/** A line for each edge out of a step, empty where there is nothing to say; nothing at all when all are. */
function perEdge(snapshot: Snapshot, step: string, say: (edge: Edge) => string): string {
  const lines = outgoingOf(snapshot, step).map((edge) => oneLine(say(edge)));
  return lines.every((line) => line === "") ? "" : lines.join("\n");
}
