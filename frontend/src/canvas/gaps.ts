/** The badge of each over-long silence, and the edge that carries it. */
import type { Finding } from "../api/types";
import { durationMinutes, parseDuration, sayDays } from "../document/duration";
import type { Snapshot } from "../document/model";

export interface GapBadge {
  readonly finding: Finding;
  /** “7 days of silence”. */
  readonly words: string;
}

const SILENCES = new Set(["gap", "endless-silence"]);

/** The level of each edge (`from to`) that is a part of an over-long or endless silence. */
export function gapLevels(findings: readonly Finding[]): ReadonlyMap<string, "over" | "endless"> {
  const levels = new Map<string, "over" | "endless">();
  for (const { rule, edges } of findings) {
    if (!SILENCES.has(rule)) continue;
    for (const pair of pairsOf(edges)) {
      if (rule === "endless-silence" || !levels.has(pair)) {
        levels.set(pair, rule === "gap" ? "over" : "endless");
      }
    }
  }
  return levels;
}

/**
 * The badges by edge (`from to`): one for each stretch, on an edge that no other such stretch
 * shares where there is one, and there on the longest wait.
 */
export function gapBadges(
  findings: readonly Finding[],
  snapshot: Snapshot,
): ReadonlyMap<string, GapBadge> {
  const waits = new Map<string, number>();
  for (const { from, to, max_wait } of snapshot.edges.values()) {
    const wait = max_wait === undefined ? null : parseDuration(max_wait);
    const minutes = wait === null ? 0 : durationMinutes(wait, snapshot.settings.days);
    waits.set(`${from} ${to}`, minutes);
  }
  const silences = findings.filter((finding) => SILENCES.has(finding.rule));
  const users = new Map<string, number>();
  for (const { edges } of silences) {
    for (const pair of new Set(pairsOf(edges))) users.set(pair, (users.get(pair) ?? 0) + 1);
  }
  const better = (a: string, b: string) =>
    (users.get(a) ?? 0) - (users.get(b) ?? 0) || (waits.get(b) ?? 0) - (waits.get(a) ?? 0);
  const badges = new Map<string, GapBadge>();
  const length = ({ days }: Finding) => days ?? Number.POSITIVE_INFINITY;
  for (const finding of silences.sort((a, b) => length(b) - length(a))) {
    const free = pairsOf(finding.edges).filter((pair) => waits.has(pair) && !badges.has(pair));
    const [best] = free.sort(better);
    if (best !== undefined) badges.set(best, { finding, words: sayGap(finding) });
  }
  return badges;
}

function pairsOf(edges: Finding["edges"]): string[] {
  return edges.map(([from, to]) => `${from} ${to}`);
}

function sayGap({ days, waived }: Finding): string {
  const words = days === null ? "Silence without end" : `${sayDays(days)} of silence`;
  return waived === null ? words : `${words}, allowed`;
}
