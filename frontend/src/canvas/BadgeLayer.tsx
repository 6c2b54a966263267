import { useMemo, useRef } from "react";
import { useStore } from "../state/store";
import { useCanvas } from "./CanvasContext";
import { GapBadge } from "./GapBadge";
import type { GapBadge as Badge } from "./gaps";
import type { LabelPlace } from "./LabelPlaces";
import { badgeSize } from "./labelSize";
import { boxAround, placeBadge } from "./labels";
import type { Box, Point } from "./route";

interface Placed {
  readonly badge: Badge;
  readonly at: Point;
  /** The label that it stands beside, and when steps last came to rest. */
  readonly label: LabelPlace;
  readonly rest: number;
}

/** The badges of the silences in view, each on its stretch and beneath the labels of the waits. */
export function BadgeLayer() {
  const { boxes, gapBadges, labelPlaces, rests } = useCanvas();
  const badges = useStore(gapBadges);
  const moves = useStore(labelPlaces.moves);
  const rest = useStore(rests);
  const before = useRef<ReadonlyMap<string, Placed>>(new Map());
  // biome-ignore lint/correctness/useExhaustiveDependencies: the count stands for the places
  const placed = useMemo(() => {
    const taken: Box[] = labelPlaces.boxes();
    const next = new Map<string, Placed>();
    for (const badge of badges) {
      const label = labelPlaces.get(badge.pair);
      if (label === undefined) continue;
      const size = badgeSize(badge.words);
      const known = before.current.get(badge.finding.id);
      // While a step is in hand, only the badges beside its own edges go along.
      const stays = known?.badge === badge && known.label === label && known.rest === rest;
      const place = () => {
        const lines = labelPlaces.linesBeside(badge.pair);
        return placeBadge(size, label.box, label.points, boxes, taken, lines);
      };
      const at = stays ? known.at : place();
      taken.push(boxAround(at, size));
      next.set(badge.finding.id, stays ? known : { badge, at, label, rest });
    }
    before.current = next;
    return next;
  }, [badges, moves, rest, labelPlaces, boxes]);
  return [...placed].map(([id, { badge, at }]) => <GapBadge key={id} badge={badge} at={at} />);
}
