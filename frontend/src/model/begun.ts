import type { Snapshot } from "./snapshot";

/** Whether nothing is joined yet: what such a process lacks is still to come, and no mistake. */
export function isJustBegun({ edges }: Snapshot): boolean {
  return edges.size === 0;
}
