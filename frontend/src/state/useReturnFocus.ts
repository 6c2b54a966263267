import { useEffect, useState } from "react";

/**
 * Gives the focus back to what had it before a dialog that is there only while it is open; Mantine
 * does so only for dialogs that stay mounted. Whatever took the focus meanwhile keeps it.
 */
export function useReturnFocus(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (document.activeElement === document.body && before instanceof HTMLElement) before.focus();
    },
    [before],
  );
}
