/** How an edge is coloured: by the silence of the stretch through it. */
import type { SilenceLevel } from "../api/types";
import type { Edge } from "../model/snapshot";

/**
 * The level of an edge: a part of an over-long silence may be no silence of its own and still is
 * a part of one. A wait that nobody has decided is shown so at once, whatever was reported last.
 */
export function levelOf(
  { max_wait }: Edge,
  inGap: SilenceLevel | undefined,
  reported: SilenceLevel | undefined,
): SilenceLevel {
  if (inGap !== undefined) return inGap;
  if (max_wait === undefined) return reported === "endless" ? "endless" : "unknown";
  return reported ?? "calm";
}
