/** Reads the names of the steps that follow a step. */

import type { WantedEdge } from "../../document/edits/setOutgoing";
import type { Snapshot } from "../../model/snapshot";
import { oneLine, outgoingOf } from "./cellText";
import { idsOfLines } from "./matching";
import { type Reading, readLines, simple } from "./readText";
import { quoted } from "./refusals";

/** The edges out of a step that these lines ask for, one step's name on each. */
export function readNextSteps(
  snapshot: Snapshot,
  from: string,
  text: string,
): Reading<WantedEdge[]> {
  const lines = readLines(text);
  const old = outgoingOf(snapshot, from).map(({ id, to }) => ({
    id,
    to,
    line: oneLine(snapshot.steps.get(to)?.name ?? to),
  }));
  const ids = idsOfLines(old, lines);
  const wanted: WantedEdge[] = [];
  for (const [at, line] of lines.entries()) {
    const id = ids[at];
    const same = old.find((edge) => edge.id === id && edge.line === line);
    const target = same === undefined ? stepNamed(snapshot, line) : { value: same.to };
    if ("why" in target) return target;
    if (target.value === from) return { why: "A step cannot lead to itself." };
    if (wanted.some(({ to }) => to === target.value)) {
      return { why: `${quoted(line)} is there twice. One way leads to a step.` };
    }
    wanted.push({ id, to: target.value });
  }
  return { value: wanted };
}

/** The id of the step of a name. */
function stepNamed({ steps }: Snapshot, name: string): Reading<string> {
  const named = [...steps.values()].filter((step) => simple(step.name) === simple(name));
  const exact = named.filter((step) => step.name.trim() === name.trim());
  const [found, another] = exact.length > 0 ? exact : named;
  if (found === undefined) {
    return { why: `There is no step called ${quoted(name)}. Type the name of a step.` };
  }
  if (another !== undefined) {
    return { why: `Two steps are called ${quoted(name)}. Give one of them another name first.` };
  }
  return { value: found.id };
}
