import { useCallback, useEffect, useRef, useState } from "react";
import { listProcesses } from "../api/touchline";
import type { ListedProcess } from "../api/types";

export type Listing =
  | { readonly state: "loading" }
  | { readonly state: "failed"; readonly problem: string }
  | { readonly state: "loaded"; readonly processes: readonly ListedProcess[] };

/** How often they are asked for while somebody looks at them, in milliseconds. */
const LOOK_EVERY = 10_000;

/**
 * The processes, or those in the bin; asked for again whenever the page comes back into view, and
 * every so often while it is in view, since others edit them.
 */
export function useProcesses(bin: boolean): { listing: Listing; reload: () => Promise<void> } {
  const [listing, setListing] = useState<Listing>({ state: "loading" });
  const latest = useRef(0);
  const ask = useCallback(
    async (saysFailure: boolean) => {
      latest.current += 1;
      const asked = latest.current;
      const next = await listingOf(bin);
      if (asked !== latest.current) return;
      if (!saysFailure && next.state === "failed") return;
      // Hundreds of cards are not drawn anew for nothing.
      setListing((shown) => (JSON.stringify(shown) === JSON.stringify(next) ? shown : next));
    },
    [bin],
  );
  const reload = useCallback(() => ask(true), [ask]);
  useEffect(() => {
    setListing({ state: "loading" });
    void reload();
    const look = () => {
      if (document.visibilityState === "visible") void reload();
    };
    document.addEventListener("visibilitychange", look);
    return () => {
      document.removeEventListener("visibilitychange", look);
    };
  }, [reload]);
  const isLoaded = listing.state === "loaded";
  useEffect(() => {
    if (!isLoaded) return;
    const timer = setInterval(() => {
      // Nobody has asked for this, so a server that does not answer takes nothing away.
      if (document.visibilityState === "visible") void ask(false);
    }, LOOK_EVERY);
    return () => clearInterval(timer);
  }, [ask, isLoaded]);
  return { listing, reload };
}

async function listingOf(bin: boolean): Promise<Listing> {
  try {
    return { state: "loaded", processes: await listProcesses({ bin }) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { state: "failed", problem: error.message };
  }
}
