import { useStoreApi } from "@xyflow/react";
import { useLayoutEffect, useRef } from "react";
import { tokens } from "../../theme/tokens";
import styles from "./Dots.module.css";

/** From one dot to the next at full size, in pixels. */
const GAP = tokens.step.grid * 3;
/** Nearer than this they would be a grey haze, and every other one is left out. */
const LEAST_GAP = 14;
/** At the largest zoom, and a little more: so far they reach out of the view. */
const MOST_GAP = GAP * 3;

/** The dots of the ground, which show that it moves. Panning only shifts them, and draws nothing. */
export function Dots() {
  const dots = useRef<HTMLDivElement>(null);
  const flow = useStoreApi();
  useLayoutEffect(() => {
    let drawnGap = 0;
    const follow = () => {
      const [x, y, zoom] = flow.getState().transform;
      let gap = GAP * zoom;
      while (gap < LEAST_GAP) gap *= 2;
      const style = dots.current?.style;
      if (style === undefined) return;
      if (gap !== drawnGap) {
        style.backgroundSize = `${gap}px ${gap}px`;
        style.setProperty("--dot", `${Math.min(1.5 * zoom, 1.1).toFixed(2)}px`);
        drawnGap = gap;
      }
      style.transform = `translate(${x % gap}px, ${y % gap}px)`;
    };
    follow();
    return flow.subscribe(follow);
  }, [flow]);
  return (
    <div className={styles.ground} aria-hidden>
      <div ref={dots} className={styles.dots} style={{ inset: -MOST_GAP }} />
    </div>
  );
}
