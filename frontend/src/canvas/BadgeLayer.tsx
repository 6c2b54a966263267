import { useStore as useFlowStore } from "@xyflow/react";
import { useMemo } from "react";
import { useStore } from "../state/store";
import { useCanvas } from "./CanvasContext";
import { boxOfNode } from "./dragging";
import { GapBadge } from "./GapBadge";
import type { GapBadge as Badge } from "./gaps";
import { badgeSize } from "./labelSize";
import { boxAround, placeBadge } from "./labels";
import type { StepNode } from "./nodes";
import type { Box, Point } from "./route";

/** The badges of the silences in view, each on its stretch and beneath the labels of the waits. */
export function BadgeLayer() {
  const { gapBadges, labelPlaces } = useCanvas();
  const badges = useStore(gapBadges);
  const moves = useStore(labelPlaces.moves);
  const nodes = useFlowStore((state) => state.nodes) as StepNode[];
  // biome-ignore lint/correctness/useExhaustiveDependencies: the count stands for the places
  const placed = useMemo(() => {
    if (badges.size === 0) return [];
    const taken: Box[] = [...nodes.map(boxOfNode), ...labelPlaces.boxes()];
    return [...badges].flatMap(([pair, badge]): { pair: string; badge: Badge; at: Point }[] => {
      const label = labelPlaces.get(pair);
      if (label === undefined) return [];
      const size = badgeSize(badge.words);
      const at = placeBadge(size, label.box, label.points, taken);
      taken.push(boxAround(at, size));
      return [{ pair, badge, at }];
    });
  }, [badges, moves, nodes, labelPlaces]);
  return placed.map(({ pair, badge, at }) => (
    <GapBadge key={pair} pair={pair} badge={badge} at={at} />
  ));
}
