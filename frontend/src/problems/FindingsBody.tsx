import { type ReactNode, useRef } from "react";
import type { CheckState } from "../editor/Checking";
import { HeightHandle } from "./HeightHandle";
import styles from "./Problems.module.css";
import { useCalmHeight } from "./useCalmHeight";
import { useRoom } from "./useRoom";
import { useSpare } from "./useSpare";

interface FindingsBodyProps {
  state: CheckState;
  /** The height that somebody wants, in pixels; null for as high as what stands in it. */
  chosen: number | null;
  onChoose: (height: number | null) => void;
  children: ReactNode;
}

/** As high as what stands in it, up to a limit, or as high as wanted; no higher than there is room. */
export function FindingsBody({ state, chosen, onChoose, children }: FindingsBodyProps) {
  const body = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const natural = useCalmHeight(content, state.report !== null && state.current);
  const room = useRoom(body);
  const spare = useSpare(body);
  const wanted =
    chosen !== null
      ? `${chosen}px`
      : natural === null
        ? "var(--most)"
        : `min(${natural}px, var(--most))`;
  return (
    <>
      <HeightHandle
        current={() => body.current?.offsetHeight ?? 0}
        chosen={chosen}
        most={room}
        onChoose={onChoose}
      />
      <div
        ref={body}
        className={styles.body}
        style={{
          height: `min(${wanted}, ${room}px)`,
          // What the keys lead to is not under a notice either.
          scrollPaddingBottom: `min(${spare}px, 50%)`,
        }}
      >
        <div ref={content} className={styles.content}>
          {children}
        </div>
        <div style={{ height: spare }} />
      </div>
    </>
  );
}
