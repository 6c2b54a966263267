import { type RefObject, useEffect, useState } from "react";

/**
 * Gives the focus back to what had it before a dialog that is there only while it is open, or to
 * `place` where that is gone by then, as an entry of a menu; Mantine does so only for dialogs that
 * stay mounted. Whatever took the focus meanwhile keeps it.
 */
export function useReturnFocus(place?: RefObject<HTMLElement | null>): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (document.activeElement !== document.body) return;
      const to = place === undefined ? before : place.current;
      if (to instanceof HTMLElement) to.focus();
    },
    [before, place],
  );
}
