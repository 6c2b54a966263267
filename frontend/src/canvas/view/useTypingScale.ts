import { useStore as useFlowStore } from "@xyflow/react";

/** How many times larger than the chart a field on it is drawn, for its words to be read at any zoom. */
export function useTypingScale(): number {
  return useFlowStore(({ transform }) => Math.max(1, 1 / transform[2]));
}
