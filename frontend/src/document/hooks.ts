/** The document of the screen, and slices of its snapshot that draw only what changed. */
import { createContext, use, useCallback, useRef, useSyncExternalStore } from "react";
import type { Edge, Settings, Snapshot, Stage, Step } from "../model/snapshot";
import type { TouchlineDocument } from "./TouchlineDocument";

export const DocumentContext = createContext<TouchlineDocument | null>(null);

export function useTouchlineDocument(): TouchlineDocument {
  const document = use(DocumentContext);
  if (document === null) throw new Error("There is no document around this part of the screen.");
  return document;
}

/**
 * A slice of the snapshot, drawn again only when `same` (by default identity) says it changed.
 * The selector may close over props; it runs once for each snapshot.
 */
export function useSnapshot<T>(
  select: (snapshot: Snapshot) => T,
  same: (a: T, b: T) => boolean = Object.is,
): T {
  const { store } = useTouchlineDocument();
  const last = useRef<{ value: T } | null>(null);
  const getSlice = useCallback(() => {
    const value = select(store.getSnapshot());
    if (last.current !== null && same(last.current.value, value)) return last.current.value;
    last.current = { value };
    return value;
  }, [store, select, same]);
  return useSyncExternalStore(store.subscribe, getSlice);
}

const settingsOf = (snapshot: Snapshot) => snapshot.settings;
const stagesOf = (snapshot: Snapshot) => snapshot.stages;
const stepIdsOf = (snapshot: Snapshot) => snapshot.stepIds;

export function useSettings(): Settings {
  return useSnapshot(settingsOf);
}

export function useStages(): readonly Stage[] {
  return useSnapshot(stagesOf);
}

export function useStepIds(): readonly string[] {
  return useSnapshot(stepIdsOf);
}

export function useStep(id: string): Step | undefined {
  return useSnapshot(useCallback((snapshot: Snapshot) => snapshot.steps.get(id), [id]));
}

export function useEdge(id: string): Edge | undefined {
  return useSnapshot(useCallback((snapshot: Snapshot) => snapshot.edges.get(id), [id]));
}
