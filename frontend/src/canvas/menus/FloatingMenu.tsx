import { useViewportSize } from "@mantine/hooks";
import { useReactFlow } from "@xyflow/react";
import {
  type ComponentProps,
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { createPortal } from "react-dom";
import type { Point } from "../../geometry/shapes";
import styles from "./FloatingMenu.module.css";

/** Its distance from the edge of the window and from the point it belongs to, in pixels. */
const MARGIN = 8;

interface FloatingMenuProps {
  label: string;
  /** Where it was asked for, in the process's pixels. */
  at: Point;
  /** In pixels. */
  width: number;
  /** Whether it hangs from the point by its middle or by its corner. */
  hangs: "middle" | "corner";
  list: RefObject<HTMLDivElement | null>;
  /** Takes it away; `back` gives the keyboard back to where it was. */
  close: (back: boolean) => void;
  /** Called with a key that neither leaves the menu nor moves in it. */
  onKey: (event: KeyboardEvent) => void;
  /** What stands below the entries. */
  foot?: ReactNode;
  children: ReactNode;
}

/** A menu over the canvas, walked by the arrow keys and left by a press anywhere else. */
export function FloatingMenu(props: FloatingMenuProps) {
  const { label, list, close, onKey, foot, children } = props;
  const { frame, style } = usePlace(props);
  useEffect(() => {
    const leave = (event: PointerEvent) => {
      if (event.target instanceof Node && list.current?.contains(event.target)) return;
      close(false);
    };
    addEventListener("pointerdown", leave, true);
    return () => removeEventListener("pointerdown", leave, true);
  }, [list, close]);
  const press = (event: KeyboardEvent) => {
    const { key } = event;
    if (key === "Escape" || key === "Tab") {
      event.preventDefault();
      close(true);
      return;
    }
    const item = nextItem(itemsOf(list.current), key);
    if (item === undefined) return onKey(event);
    event.preventDefault();
    item.focus();
  };
  return createPortal(
    // biome-ignore lint/a11y/noStaticElementInteractions: a menu has no menu of its own
    <div
      ref={frame}
      className={styles.frame}
      style={style}
      onContextMenu={(event) => event.preventDefault()}
    >
      <div
        ref={list}
        className={styles.menu}
        role="menu"
        aria-label={label}
        tabIndex={-1}
        onKeyDown={press}
      >
        {children}
      </div>
      {foot}
    </div>,
    floating(),
  );
}

/** An entry of such a menu: what it says, and what stands beside it. */
export function MenuEntry(props: ComponentProps<"button">) {
  return <button type="button" role="menuitem" tabIndex={-1} className={styles.item} {...props} />;
}

/** The landmark in which whatever floats stands (index.html). */
function floating(): Element {
  return document.getElementById("floating") ?? document.body;
}

/** Below the point where it was asked for, and always within the window. */
function usePlace({ at, width, hangs }: FloatingMenuProps) {
  const { x, y } = useReactFlow().flowToScreenPosition(at);
  const room = useViewportSize();
  const frame = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState(0);
  // As it opens: entries that typing takes away do not make it jump.
  // biome-ignore lint/correctness/useExhaustiveDependencies: in a lower window it is lower
  useLayoutEffect(() => setHeight(frame.current?.offsetHeight ?? 0), [room.height]);
  const within = (value: number, length: number, room: number) =>
    Math.max(MARGIN, Math.min(value, room - length - MARGIN));
  const [left, top] = hangs === "middle" ? [x - width / 2, y + MARGIN] : [x, y];
  const style: CSSProperties = {
    left: within(left, width, room.width || innerWidth),
    top: within(top, height, room.height || innerHeight),
    width,
  };
  return { frame, style };
}

/** The entries of a menu. */
export function itemsOf(list: HTMLElement | null): HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>("[role=menuitem]") ?? [])];
}

/** Where a key leads: up and down, and to the ends. */
function nextItem(items: readonly HTMLElement[], key: string): HTMLElement | undefined {
  const at = items.indexOf(document.activeElement as HTMLElement);
  const steps: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: Math.max(at, 0) - 1 + items.length,
    Home: 0,
    End: items.length - 1,
  };
  const to = steps[key];
  return to === undefined ? undefined : items[to % items.length];
}
