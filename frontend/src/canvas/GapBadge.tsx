import { IconClockPause } from "@tabler/icons-react";
import { useEditor } from "../editor/Editor";
import { useStore } from "../state/store";
import { useCanvas } from "./CanvasContext";
import styles from "./EdgeLabel.module.css";
import { reveal } from "./reveal";

/** “7 days of silence”, on the edge that carries the badge of its stretch; a click shows it all. */
export function GapBadge({ pair }: { pair: string }) {
  const editor = useEditor();
  const badge = useStore(useCanvas().gapBadges, (badges) => badges.get(pair));
  if (badge === undefined) return null;
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.gap}
      title={badge.finding.message}
      onClick={() => {
        editor.shownFinding.set(badge.finding);
        reveal(badge.finding);
      }}
    >
      <IconClockPause size={13} stroke={2} aria-hidden />
      {badge.words}
    </button>
  );
}
