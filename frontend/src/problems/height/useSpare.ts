/** Room after the end of a list at the foot of the window, for what a notice would cover. */
import { type RefObject, useEffect, useState } from "react";
import { covered } from "../../ui/notices/notices";
import { useStore } from "../../ui/store";

/**
 * How high that room is, in pixels. It comes with a notice and goes once it is out of view: a list
 * that is scrolled to its end would else slide away under the pointer.
 */
export function useSpare(list: RefObject<HTMLElement | null>): number {
  const needed = useStore(covered);
  const [spare, setSpare] = useState(needed);
  useEffect(() => {
    if (needed > 0) return setSpare(needed);
    const element = list.current;
    if (!element || spare === 0) return;
    const drop = () => {
      const seen = element.scrollTop + element.clientHeight;
      if (seen <= element.scrollHeight - spare) setSpare(0);
    };
    drop();
    element.addEventListener("scroll", drop, { passive: true });
    return () => element.removeEventListener("scroll", drop);
  }, [list, needed, spare]);
  return spare;
}
