/** When the canvas is too small for its words to be read, and the overview is painted instead. */
import { useStore as useFlowStore, useStoreApi } from "@xyflow/react";
import { useLayoutEffect } from "react";
import { useSnapshot } from "../../document/hooks";
import type { Snapshot } from "../../model/snapshot";
import { useCanvas } from "../state/CanvasContext";

/** Under this zoom whatever is smaller than a name cannot be read. */
const SMALLEST_IN_FULL = 0.6;
/** Under this zoom a name is a smudge. */
const SMALLEST_READABLE = 0.4;
/** A small process can afford its smudges a little longer, which still tell its steps apart. */
const SMALLEST_OF_A_FEW = 0.22;
const A_FEW = 40;

const countSteps = ({ steps }: Snapshot) => steps.size;

/**
 * Keeps in mind whether words can be read; where not, `--pixel` is how many pixels of the process
 * are about one on the screen, for what must be seen at any size.
 */
export function useReadable(): void {
  const { readable, afar } = useCanvas();
  const flow = useStoreApi();
  const steps = useSnapshot(countSteps);
  useLayoutEffect(() => {
    const smallest = steps > A_FEW ? SMALLEST_READABLE : SMALLEST_OF_A_FEW;
    let doublings = 0;
    const look = () => {
      const { domNode, transform } = flow.getState();
      const zoom = transform[2];
      readable.set(zoom >= smallest);
      afar.set(zoom < SMALLEST_IN_FULL);
      // In steps, so that zooming restyles little.
      const next = zoom >= smallest ? 0 : Math.round(-Math.log2(zoom));
      if (next === doublings || domNode === null) return;
      doublings = next;
      domNode.style.setProperty("--pixel", `${2 ** doublings}`);
    };
    look();
    return flow.subscribe(look);
  }, [readable, afar, flow, steps]);
}

/** How many times larger than the chart a field on it is drawn, for its words to be read at any zoom. */
export function useTypingScale(): number {
  return useFlowStore(({ transform }) => Math.max(1, 1 / transform[2]));
}
