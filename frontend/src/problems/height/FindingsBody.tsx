import { type ReactNode, useRef } from "react";
import type { CheckState } from "../../session/Checking";
import { useStore } from "../../ui/store";
import styles from "../Problems.module.css";
import { HeightHandle } from "./HeightHandle";
import { useHeldHeight } from "./useHeldHeight";
import { useMostHeight } from "./useMostHeight";
import { useSpare } from "./useSpare";
import { wish, wishHeight } from "./wish";

interface FindingsBodyProps {
  state: CheckState;
  children: ReactNode;
}

/**
 * As high as what stood in it when it was opened, within limits, or as high as somebody wants it; no
 * higher than there is room.
 */
export function FindingsBody({ state, children }: FindingsBodyProps) {
  const body = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const chosen = useStore(wish, ({ height }) => height);
  const [held, takeAnew] = useHeldHeight(content, state.report !== null && state.current);
  const most = useMostHeight(body);
  const spare = useSpare(body);
  const choose = (height: number | null) => {
    if (height === null) takeAnew();
    wishHeight(height);
  };
  const wanted =
    chosen !== null
      ? `${chosen}px`
      : held === null
        ? "var(--most)"
        : `clamp(var(--least), ${held}px, var(--most))`;
  return (
    <>
      <HeightHandle
        current={() => body.current?.offsetHeight ?? 0}
        chosen={chosen}
        most={most}
        onChoose={choose}
      />
      <div
        ref={body}
        className={styles.body}
        style={{
          height: `min(${wanted}, ${most}px)`,
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
