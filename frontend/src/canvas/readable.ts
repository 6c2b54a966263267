/** When the canvas is too small for its words to be read, and shows boxes and lines only. */
import type { ReactFlowState } from "@xyflow/react";

/** Under this zoom a name is a smudge. */
const SMALLEST_READABLE = 0.4;
/** A small process can afford its smudges, which still tell its steps apart. */
const SMALLEST_OF_A_FEW = 0.16;
const A_FEW = 120;

export function isReadable({ transform, nodes }: ReactFlowState): boolean {
  return transform[2] >= (nodes.length > A_FEW ? SMALLEST_READABLE : SMALLEST_OF_A_FEW);
}
