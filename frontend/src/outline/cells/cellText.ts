/** What stands in the cells of the outline, as it is shown, copied and typed. */

import { sayShare } from "../../model/share";
import type { Asset, Edge, Snapshot, Step } from "../../model/snapshot";
import { capitalised, KIND_WORDS, OUTCOME_WORDS } from "../../model/words";
import type { ColumnKey } from "../columns/columns";

/** Between the name of an asset and where it is to be found. */
export const ASSET_SEPARATOR = " – ";

/** The text of a cell; findings are not of the document, and their cells are empty here. */
export function cellText(snapshot: Snapshot, step: Step, column: ColumnKey): string {
  switch (column) {
    case "name":
      return step.name;
    case "problems":
      return "";
    case "kind":
      return KIND_WORDS[step.kind];
    case "channel":
      return step.kind === "contact" && step.channel ? capitalised(step.channel) : "";
    case "outcome":
      return step.outcome === undefined ? "" : OUTCOME_WORDS[step.outcome];
    case "stage":
      return snapshot.stages.find(({ id }) => id === step.stage)?.name ?? "";
    case "owner":
    case "purpose":
    case "prospect_gain":
    case "duration":
    case "notes":
      return step[column] ?? "";
    case "checklist":
    case "exit_criteria":
      return step[column].map(({ text }) => oneLine(text)).join("\n");
    case "assets":
      return step.assets.map(assetLine).join("\n");
    case "next":
      return waysOn(snapshot, step.id)
        .map(({ to }) => oneLine(snapshot.steps.get(to)?.name ?? to))
        .join("\n");
    case "wait":
      return perWay(snapshot, step.id, ({ max_wait }) => max_wait);
    case "when":
      return perWay(snapshot, step.id, ({ when }) => when);
    case "share":
      return perWay(snapshot, step.id, ({ share }) => sayShare(share));
  }
}

/** The edges out of a step, in their order. */
export function waysOn({ outgoing, edges }: Snapshot, step: string): Edge[] {
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

/** A line for each way on, empty where there is nothing to say; nothing at all when all are. */
function perWay(snapshot: Snapshot, step: string, say: (edge: Edge) => string | undefined): string {
  const lines = waysOn(snapshot, step).map((edge) => oneLine(say(edge) ?? ""));
  return lines.every((line) => line === "") ? "" : lines.join("\n");
}
