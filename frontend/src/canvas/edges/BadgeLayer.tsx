import { useCallback, useLayoutEffect, useMemo, useRef } from "react";
import type { GapBadge as Badge } from "../../findings/gaps";
import { boxAround, placeBadge, reachOf } from "../../geometry/routes/labels";
import type { Box, Point } from "../../geometry/shapes";
import { badgeSize } from "../../geometry/sizes/labelSize";
import { useStore } from "../../ui/store";
import { useCanvas } from "../state/CanvasContext";
import type { LabelPlace } from "../state/LabelPlaces";
import { GapBadge } from "./GapBadge";
import styles from "./WaitEdge.module.css";

interface Placed {
  readonly badge: Badge;
  readonly at: Point;
  /** The label that it stands beside, and when steps last came to rest. */
  readonly label: LabelPlace;
  readonly rest: number;
}

/** The badges of the silences in view, each on its stretch and beneath the labels of the waits. */
export function BadgeLayer() {
  const { gapBadges, labelPlaces, rests } = useCanvas();
  const layer = useRef<HTMLDivElement>(null);
  const badges = useStore(gapBadges);
  const comings = useStore(labelPlaces.comings);
  const rest = useStore(rests);
  const place = usePlacing(badges);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the counts stand for the places
  const shown = useMemo(place, [place, comings, rest]);
  useLayoutEffect(() => {
    const elements = new Map([...shown.keys()].map((id, at) => [id, layer.current?.children[at]]));
    const draw = (id: string, { at }: Placed) => {
      const element = elements.get(id);
      if (element instanceof HTMLElement) moveTo(element, at);
    };
    // React thinks that all stand where it drew them last.
    for (const [id, placed] of shown) draw(id, placed);
    let before = shown;
    let waiting = false;
    let stopped = false;
    const follow = () => {
      waiting = false;
      if (stopped) return;
      const now = place();
      for (const [id, placed] of now) if (placed !== before.get(id)) draw(id, placed);
      before = now;
    };
    // Once for all labels that move together.
    const stop = labelPlaces.moves.subscribe(() => {
      if (!waiting) queueMicrotask(follow);
      waiting = true;
    });
    return () => {
      stopped = true;
      stop();
    };
  }, [shown, place, labelPlaces]);
  return (
    <div ref={layer} className={styles.badges}>
      {[...shown].map(([id, { badge, at }]) => (
        <GapBadge key={id} badge={badge} at={at} />
      ))}
    </div>
  );
}

/** Finds the places of the badges anew; what has no reason to move stays. */
function usePlacing(badges: readonly Badge[]): () => ReadonlyMap<string, Placed> {
  const { boxes, labelPlaces, rests } = useCanvas();
  const before = useRef<ReadonlyMap<string, Placed>>(new Map());
  return useCallback(() => {
    const rest = rests.get();
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
        const lines = labelPlaces.linesBeside(badge.pair, reachOf(label.points, size));
        return placeBadge(size, label.box, label.points, boxes, taken, lines);
      };
      const at = stays ? known.at : place();
      taken.push(boxAround(at, size));
      next.set(badge.finding.id, stays ? known : { badge, at, label, rest });
    }
    before.current = next;
    return next;
  }, [badges, boxes, labelPlaces, rests]);
}

/** Puts an anchor at a point, at once. */
export function moveTo({ style }: HTMLElement, { x, y }: Point): void {
  style.left = `${x}px`;
  style.top = `${y}px`;
}
