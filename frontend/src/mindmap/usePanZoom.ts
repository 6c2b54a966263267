import {
  type PointerEvent as ReactPointerEvent,
  useCallback,
  useEffect,
  useRef,
  useState,
} from "react";

/** How a drawing is placed in its frame: its top left corner in pixels, and how large it is. */
export interface Placement {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const SMALLEST = 0.1;
const LARGEST = 3;
const MARGIN = 24;
/** So far a press may stray and still be a click, in pixels. */
const STRAY = 4;

/** Moves and zooms a drawing in a frame with the wheel, by dragging, and by name. */
export function usePanZoom(size: Size | null) {
  const frame = useRef<HTMLDivElement>(null);
  const [placement, setPlacement] = useState<Placement>({ x: 0, y: 0, zoom: 1 });
  const press = useRef<{ x: number; y: number; from: Placement; moved: boolean } | null>(null);

  const zoomAt = useCallback((factor: number, at?: { x: number; y: number }) => {
    setPlacement((now) => {
      const box = frame.current?.getBoundingClientRect();
      const centre = at ?? { x: (box?.width ?? 0) / 2, y: (box?.height ?? 0) / 2 };
      const zoom = Math.min(LARGEST, Math.max(SMALLEST, now.zoom * factor));
      const grown = zoom / now.zoom;
      return {
        x: centre.x - (centre.x - now.x) * grown,
        y: centre.y - (centre.y - now.y) * grown,
        zoom,
      };
    });
  }, []);

  /** Shows all of it, or, when that would be too small to read, its middle. */
  const fitAll = useCallback(
    (smallest = SMALLEST) => {
      const box = frame.current?.getBoundingClientRect();
      if (box === undefined || size === null) return;
      const room = { width: box.width - 2 * MARGIN, height: box.height - 2 * MARGIN };
      const whole = Math.min(room.width / size.width, room.height / size.height);
      const zoom = Math.min(1, Math.max(smallest, whole));
      setPlacement({
        x: (box.width - size.width * zoom) / 2,
        y: (box.height - size.height * zoom) / 2,
        zoom,
      });
    },
    [size],
  );

  /** Brings a part of the drawing into view when it is not. */
  const show = useCallback((part: Element) => {
    const box = frame.current?.getBoundingClientRect();
    if (box === undefined) return;
    const { left, right, top, bottom } = part.getBoundingClientRect();
    const dx = Math.max(box.left + MARGIN - left, 0) || Math.min(box.right - MARGIN - right, 0);
    const dy = Math.max(box.top + MARGIN - top, 0) || Math.min(box.bottom - MARGIN - bottom, 0);
    if (dx !== 0 || dy !== 0) setPlacement((now) => ({ ...now, x: now.x + dx, y: now.y + dy }));
  }, []);

  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const turn = (event: WheelEvent) => {
      event.preventDefault();
      const box = element.getBoundingClientRect();
      if (event.ctrlKey || event.metaKey) {
        const at = { x: event.clientX - box.left, y: event.clientY - box.top };
        zoomAt(Math.exp(-event.deltaY / 200), at);
      } else {
        setPlacement((now) => ({ ...now, x: now.x - event.deltaX, y: now.y - event.deltaY }));
      }
    };
    // React listens to the wheel passively, where the page's own zoom cannot be held back.
    element.addEventListener("wheel", turn, { passive: false });
    return () => element.removeEventListener("wheel", turn);
  }, [zoomAt]);

  const handlers = {
    onPointerDown(event: ReactPointerEvent) {
      if (event.button !== 0 && event.button !== 1) return;
      press.current = { x: event.clientX, y: event.clientY, from: placement, moved: false };
    },
    onPointerMove(event: ReactPointerEvent<HTMLElement>) {
      const start = press.current;
      if (start === null) return;
      const [dx, dy] = [event.clientX - start.x, event.clientY - start.y];
      if (!start.moved && Math.hypot(dx, dy) < STRAY) return;
      if (!start.moved) event.currentTarget.setPointerCapture(event.pointerId);
      start.moved = true;
      setPlacement({ ...start.from, x: start.from.x + dx, y: start.from.y + dy });
    },
    onPointerUp() {
      press.current = null;
    },
    onPointerCancel() {
      press.current = null;
    },
  };
  return { frame, placement, handlers, zoomAt, fitAll, show };
}
