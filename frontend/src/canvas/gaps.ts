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

/** The badges by edge (`from to`): one for each stretch, on its longest wait that has none. */
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
  const badges = new Map<string, GapBadge>();
  const silences = findings.filter((finding) => SILENCES.has(finding.rule));
  const length = ({ days }: Finding) => days ?? Number.POSITIVE_INFINITY;
  for (const finding of silences.sort((a, b) => length(b) - length(a))) {
    const free = finding.edges
      .map(([from, to]) => `${from} ${to}`)
      .filter((pair) => waits.has(pair) && !badges.has(pair));
    const [first] = free;
    if (first === undefined) continue;
    const longest = free.reduce(
      (best, pair) => ((waits.get(pair) ?? 0) > (waits.get(best) ?? 0) ? pair : best),
      first,
    );
    badges.set(longest, { finding, words: sayGap(finding) });
  }
  return badges;
}

function sayGap({ days, waived }: Finding): string {
  const words = days === null ? "Silence without end" : `${sayDays(days)} of silence`;
  return waived === null ? words : `${words}, allowed`;
}
