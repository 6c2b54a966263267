import { useStoreApi } from "@xyflow/react";
import { useLayoutEffect, useRef } from "react";
import { useCanvas } from "../state/CanvasContext";
import styles from "./Shield.module.css";

/** How far the view has moved before it is more than a click with an unsteady hand, in pixels. */
const STEADY = 4;

/**
 * Lies over everything while the view or a step is dragged, so that the browser need not look for
 * what is under the pointer, and the pointer looks like a hand wherever it goes.
 */
export function Shield() {
  const shield = useRef<HTMLDivElement>(null);
  const flow = useStoreApi();
  const { held } = useCanvas();
  useLayoutEffect(() => {
    let start: { readonly x: number; readonly y: number } | null = null;
    const follow = () => {
      const { paneDragging, transform } = flow.getState();
      const [x, y] = transform;
      start = paneDragging ? (start ?? { x, y }) : null;
      const isPan = start !== null && Math.hypot(x - start.x, y - start.y) > STEADY;
      if (shield.current !== null) shield.current.hidden = !isPan && held.get().size === 0;
    };
    const stops = [flow.subscribe(follow), held.subscribe(follow)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [flow, held]);
  return <div ref={shield} className={styles.shield} hidden />;
}
