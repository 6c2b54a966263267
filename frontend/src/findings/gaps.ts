/** The badge of each over-long silence, and the edge that carries it. */
import type { Finding } from "../api/types";
import { durationMinutes, parseDuration, sayDays } from "../model/duration";
import type { Snapshot } from "../model/snapshot";

export interface GapBadge {
  /** The edge that carries it: `from to`. */
  readonly pair: string;
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
 * The badges, the longest silence first: one for each stretch, on an edge that no other such
 * stretch shares or has its badge on where there is one, and there on the longest wait.
 */
export function gapBadges(findings: readonly Finding[], snapshot: Snapshot): readonly GapBadge[] {
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
  const carried = new Map<string, number>();
  const difference = (of: ReadonlyMap<string, number>, a: string, b: string) =>
    (of.get(a) ?? 0) - (of.get(b) ?? 0);
  const better = (a: string, b: string) =>
    difference(carried, a, b) || difference(users, a, b) || difference(waits, b, a);
  const length = ({ days }: Finding) => days ?? Number.POSITIVE_INFINITY;
  return silences
    .toSorted((a, b) => length(b) - length(a))
    .flatMap((finding): GapBadge[] => {
      const standing = pairsOf(finding.edges).filter((pair) => waits.has(pair));
      const [pair] = standing.sort(better);
      if (pair === undefined) return [];
      carried.set(pair, (carried.get(pair) ?? 0) + 1);
      return [{ pair, finding, words: sayGap(finding) }];
    });
}

/**
 * The exception that the longest over-long silence through an edge (`from to`) is measured by, kept or
 * outgrown: the days at which it ends, Infinity where it has no end. Null where there is none, or it
 * is for less than a silence through the edge that has none.
 */
export function excusedUpTo(findings: readonly Finding[], pair: string): number | null {
  const gaps = findings.filter(
    ({ rule, edges }) => rule === "gap" && pairsOf(edges).includes(pair),
  );
  const [longest] = gaps.toSorted((a, b) => (b.days ?? 0) - (a.days ?? 0));
  if (longest === undefined || gaps.some(hasNoException)) return null;
  return longest.waived_up_to_days ?? Number.POSITIVE_INFINITY;
}

function hasNoException({ waived, waived_up_to_days }: Finding): boolean {
  return waived === null && waived_up_to_days === null;
}

function pairsOf(edges: Finding["edges"]): string[] {
  return edges.map(([from, to]) => `${from} ${to}`);
}

function sayGap({ days, waived }: Finding): string {
  const words = days === null ? "Silence without end" : `${sayDays(days)} of silence`;
  return waived === null ? words : `${words}, allowed`;
}
