import { IconClockPause } from "@tabler/icons-react";
import { memo } from "react";
import type { GapBadge as Badge } from "../../findings/gaps";
import type { Point } from "../../geometry/shapes";
import { useEditor } from "../../session/Editor";
import { placeOnShown, reveal, revealed } from "../../session/reveal";
import { useStore } from "../../ui/store";
import styles from "./EdgeLabel.module.css";

interface GapBadgeProps {
  badge: Badge;
  at: Point;
}

/** “7 days of silence”, on an edge of its stretch; a click shows all of it. */
export const GapBadge = memo(function GapBadge({ badge, at }: GapBadgeProps) {
  const editor = useEditor();
  const place = useStore(revealed, (stretch) => placeOnShown(stretch, badge.pair));
  return (
    <span className={styles.anchor} style={{ left: at.x, top: at.y }}>
      <button
        type="button"
        tabIndex={-1}
        className={`${styles.gap} nodrag nopan`}
        data-place={place}
        title={badge.finding.message}
        onClick={() => {
          editor.shownFinding.set(badge.finding);
          reveal(badge.finding);
        }}
      >
        <IconClockPause size={13} stroke={2} aria-hidden />
        {badge.words}
      </button>
    </span>
  );
});
