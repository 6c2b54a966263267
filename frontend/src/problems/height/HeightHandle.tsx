import { type KeyboardEvent, type PointerEvent, useRef } from "react";
import styles from "../Problems.module.css";
import { LEAST_HEIGHT } from "./useMostHeight";

const KEY_STEP = 24;

interface HeightHandleProps {
  /** The height as it is now, in pixels. */
  current: () => number;
  chosen: number | null;
  /** The most that there is room for, in pixels. */
  most: number;
  /** Null gives the choice back. */
  onChoose: (height: number | null) => void;
}

/** Sets the height of the list by dragging or with the arrow keys; a double-click lets it go. */
export function HeightHandle({ current, chosen, most, onChoose }: HeightHandleProps) {
  const drag = useRef<{ from: number; height: number } | null>(null);
  const shown = () => Math.min(chosen ?? current(), most);
  const choose = (height: number) => {
    const next = Math.round(Math.min(Math.max(height, LEAST_HEIGHT), most));
    // Where there is no room for more, what was chosen before stands, for a higher window.
    if (next !== shown()) onChoose(next);
  };
  const press = (event: KeyboardEvent) => {
    const by = { ArrowUp: KEY_STEP, ArrowDown: -KEY_STEP }[event.key];
    if (by !== undefined) choose(shown() + by);
    else if (event.key === "Enter") onChoose(null);
    else return;
    event.preventDefault();
    // The arrows walk along the chart as well.
    event.stopPropagation();
  };
  const start = (event: PointerEvent<HTMLElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { from: event.clientY, height: current() };
  };
  const move = (event: PointerEvent) => {
    if (drag.current === null) return;
    choose(drag.current.height + drag.current.from - event.clientY);
  };
  const end = () => {
    drag.current = null;
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that is moved is no thematic break
    <div
      className={styles.handle}
      role="separator"
      aria-orientation="horizontal"
      aria-label="Height of the problems"
      aria-valuemin={LEAST_HEIGHT}
      aria-valuemax={most}
      aria-valuenow={Math.round(shown())}
      tabIndex={0}
      onKeyDown={press}
      onPointerDown={start}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={end}
      onDoubleClick={() => onChoose(null)}
    />
  );
}
