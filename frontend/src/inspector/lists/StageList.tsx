import { useCallback } from "react";
import { moveStage, removeStage, writeStage } from "../../document/edits/stages";
import { useSnapshot, useStages, useTouchlineDocument } from "../../document/hooks";
import type { Snapshot } from "../../model/snapshot";
import { amount } from "../../ui/amount";
import { LineList } from "./LineList";

/** The stages of the process in their order. */
export function StageList() {
  const document = useTouchlineDocument();
  const stages = useStages();
  const counts = useStageCounts();
  return (
    <LineList
      label="Stages"
      noun="stage"
      hint="Parts of the process that a deal goes through in order, such as Discovery or Proposal."
      placeholder="Name of the stage"
      lines={stages.map(({ id, name }) => ({ id, text: name }))}
      onWrite={(id, name, after) => writeStage(document, id, name, after)}
      onMove={(id, to) => moveStage(document, id, to)}
      // An emptied name must not take the stage from its steps.
      keepsWhenEmptied={(id) => counts.has(id)}
      onRemove={(id) => removeStage(document, id)}
      aside={(id) => {
        const count = counts.get(id) ?? 0;
        return count === 0 ? null : amount(count, "step");
      }}
    />
  );
}

function useStageCounts(): ReadonlyMap<string, number> {
  return useSnapshot(useCallback(stageCounts, []), sameCounts);
}

function stageCounts({ steps }: Snapshot): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { stage } of steps.values()) {
    if (stage !== undefined) counts.set(stage, (counts.get(stage) ?? 0) + 1);
  }
  return counts;
}

function sameCounts(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean {
  return a.size === b.size && [...a].every(([id, count]) => b.get(id) === count);
}
