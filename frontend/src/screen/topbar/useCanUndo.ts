import { useCallback, useSyncExternalStore } from "react";
import { useTouchlineDocument } from "../../document/hooks";

/** Whether there is something to take back, and something to make again. */
export function useCanUndo(): { undo: boolean; redo: boolean } {
  const { undoManager } = useTouchlineDocument();
  const subscribe = useCallback(
    (listener: () => void) => {
      const events = ["stack-item-added", "stack-item-popped", "stack-cleared"] as const;
      for (const event of events) undoManager.on(event, listener);
      return () => {
        for (const event of events) undoManager.off(event, listener);
      };
    },
    [undoManager],
  );
  const undo = useSyncExternalStore(subscribe, () => undoManager.canUndo());
  const redo = useSyncExternalStore(subscribe, () => undoManager.canRedo());
  return { undo, redo };
}
