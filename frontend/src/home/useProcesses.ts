import { useCallback, useEffect, useRef, useState } from "react";
import { listProcesses } from "../api/touchline";
import type { ProcessSummary } from "../api/types";

export type Listing =
  | { readonly state: "loading" }
  | { readonly state: "failed"; readonly problem: string }
  | { readonly state: "loaded"; readonly processes: readonly ProcessSummary[] };

/** The processes, or those in the bin; asked for again whenever the page comes back into view. */
export function useProcesses(bin: boolean): { listing: Listing; reload: () => Promise<void> } {
  const [listing, setListing] = useState<Listing>({ state: "loading" });
  const latest = useRef(0);
  const reload = useCallback(async () => {
    latest.current += 1;
    const asked = latest.current;
    let next: Listing;
    try {
      next = { state: "loaded", processes: await listProcesses({ bin }) };
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      next = { state: "failed", problem: error.message };
    }
    if (asked === latest.current) setListing(next);
  }, [bin]);
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
  return { listing, reload };
}
