import { useComputedColorScheme } from "@mantine/core";
import { useStoreApi } from "@xyflow/react";
import { useLayoutEffect, useRef } from "react";
import { useEditor } from "../../session/Editor";
import { useCanvas } from "../state/CanvasContext";
import { HoveredName } from "./HoveredName";
import styles from "./Overview.module.css";
import { Painter } from "./Painter";
import { StepList } from "./StepList";
import { useTypingNear } from "./useTypingNear";

/**
 * The whole chart painted on one canvas element while nothing on it can be read: a thousand steps
 * are then as quick as ten. What is under the pointer is told, and everybody can go by the list.
 */
export function Overview() {
  const ground = useRef<HTMLCanvasElement>(null);
  const hand = useRef<HTMLCanvasElement>(null);
  const editor = useEditor();
  const canvas = useCanvas();
  const flow = useStoreApi();
  const scheme = useComputedColorScheme("light", { getInitialValueInEffect: false });
  useTypingNear();
  useLayoutEffect(() => {
    if (ground.current === null || hand.current === null) return;
    const sources = { editor, canvas, flow };
    const painter = new Painter(ground.current, hand.current, sources, scheme);
    return () => painter.stop();
  }, [editor, canvas, flow, scheme]);
  return (
    <>
      <div className={styles.overview} aria-hidden>
        <canvas ref={ground} />
        <canvas ref={hand} />
      </div>
      <StepList />
      <HoveredName />
    </>
  );
}
