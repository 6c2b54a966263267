/** Allowing what a finding reports: on the step or edge that fewest other findings share. */
import type { Finding } from "../api/types";
import { addWaiver, removeWaiver, renewWaiver, type Waiving } from "../document/edits/waivers";
import type { TouchlineDocument } from "../document/TouchlineDocument";
import type { Snapshot, Waiver } from "../model/snapshot";

/** Whether a finding is about a step or an edge, on which a waiver can stand. */
export function canWaive(finding: Finding): boolean {
  return finding.steps.length > 0 || finding.edges.length > 0;
}

/** A waiver, and the step or edge on which it stands. */
export interface Placed {
  readonly on: Waiving;
  readonly id: string;
}

/**
 * Allows what a finding reports, with the reason and the end; null when what it is about is gone.
 * A waiver that stands at the same place, and that the silence has outgrown, is given anew.
 */
export function waive(
  document: TouchlineDocument,
  finding: Finding,
  all: readonly Finding[],
  given: Pick<Waiver, "reason" | "up_to">,
): Placed | null {
  const { rule } = finding;
  const on = placeFor(document.snapshot, finding, all);
  if (on === null) return null;
  const outgrown = waiversAt(document.snapshot, on).find((waiver) => waiver.rule === rule);
  if (outgrown !== undefined) {
    renewWaiver(document, on, outgrown.id, given);
    return { on, id: outgrown.id };
  }
  const id = addWaiver(document, on, { rule, ...given });
  return id === null ? null : { on, id };
}

/** The reason that was given for allowing a silence before it outgrew that; else nothing. */
export function earlierReason(snapshot: Snapshot, finding: Finding): string {
  const waivers = placesOf(snapshot, finding).flatMap((on) => waiversAt(snapshot, on));
  return waivers.find(({ rule }) => rule === finding.rule)?.reason ?? "";
}

/** The waiver that allows what a finding reports; null when it is none of what stands here. */
export function waiverOf(snapshot: Snapshot, finding: Finding): Placed | null {
  let other: Placed | null = null;
  for (const on of placesOf(snapshot, finding)) {
    for (const { rule, reason, id } of waiversAt(snapshot, on)) {
      if (rule !== finding.rule) continue;
      if (reason === finding.waived) return { on, id };
      other ??= { on, id };
    }
  }
  return other;
}

/** The place of a waiver in words: “First call → Legal review”. */
export function sayPlace({ steps, edges }: Snapshot, { on }: Placed): string {
  const nameOf = (id: string | undefined) => (id && steps.get(id)?.name) ?? "";
  if ("step" in on) return `“${nameOf(on.step)}”`;
  const edge = edges.get(on.edge);
  return `“${nameOf(edge?.from)}” → “${nameOf(edge?.to)}”`;
}

/** Takes back every waiver for the finding's rule on the steps and edges that it is about. */
export function takeBack(document: TouchlineDocument, finding: Finding): void {
  const { snapshot } = document;
  document.edit(() => {
    for (const on of placesOf(snapshot, finding)) {
      for (const waiver of waiversAt(snapshot, on)) {
        if (waiver.rule === finding.rule) removeWaiver(document, on, waiver.id);
      }
    }
  });
}

/** The place of a finding that the fewest others of its rule share, an edge rather than a step. */
export function placeFor(
  snapshot: Snapshot,
  finding: Finding,
  all: readonly Finding[],
): Waiving | null {
  const others = all.filter(({ rule, id }) => rule === finding.rule && id !== finding.id);
  const pairs = new Map<string, number>();
  const steps = new Map<string, number>();
  for (const other of others) {
    for (const [from, to] of other.edges) count(pairs, `${from} ${to}`);
    for (const step of other.steps) count(steps, step);
  }
  const shared = (on: Waiving): number => {
    if ("step" in on) return steps.get(on.step) ?? 0;
    const edge = snapshot.edges.get(on.edge);
    return edge === undefined ? 0 : (pairs.get(`${edge.from} ${edge.to}`) ?? 0);
  };
  const places = placesOf(snapshot, finding);
  return places.reduce<Waiving | null>(
    (best, place) => (best === null || shared(place) < shared(best) ? place : best),
    null,
  );
}

/** Whether a waiver at a step or edge is one for what a finding reports. */
export function isAbout(snapshot: Snapshot, finding: Finding, on: Waiving): boolean {
  return placesOf(snapshot, finding).some((place) =>
    "step" in on
      ? "step" in place && place.step === on.step
      : "edge" in place && place.edge === on.edge,
  );
}

/** The edges and then the steps that a finding is about and that are still there. */
function placesOf({ steps, edges, outgoing }: Snapshot, finding: Finding): Waiving[] {
  const joins = finding.edges.flatMap(([from, to]) =>
    (outgoing.get(from) ?? []).filter((id) => edges.get(id)?.to === to),
  );
  return [
    ...joins.map((edge) => ({ edge })),
    ...finding.steps.filter((step) => steps.has(step)).map((step) => ({ step })),
  ];
}

function waiversAt({ steps, edges }: Snapshot, on: Waiving): readonly Waiver[] {
  return ("step" in on ? steps.get(on.step) : edges.get(on.edge))?.allow ?? [];
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
