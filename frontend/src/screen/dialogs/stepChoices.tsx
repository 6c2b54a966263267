/** Steps, to be chosen by name. */
import { sayKind } from "../../geometry/sizes/stepBox";
import type { Snapshot } from "../../model/snapshot";
import type { Editor } from "../../session/Editor";
import { selectStep } from "../../session/select";
import { stepIcon } from "../../theme/icons";
import { lookOf } from "../../theme/look";
import type { Choice } from "./Chooser";

/** Every step with its icon, kind and owner, in the order of the process. */
export function stepChoices({ steps, stepIds }: Snapshot): Choice[] {
  return stepIds.flatMap((id) => {
    const step = steps.get(id);
    if (step === undefined) return [];
    const Icon = stepIcon(step);
    const icon = (
      <span key="icon" data-look={lookOf(step)}>
        <Icon size={18} stroke={1.75} aria-hidden />
      </span>
    );
    return [
      { id, name: step.name, aside: [sayKind(step), step.owner].filter(Boolean).join(" · "), icon },
    ];
  });
}

/** The steps that could follow one: neither itself, nor what follows it already, nor a start. */
export function stepsToJoin(snapshot: Snapshot, from: string): Choice[] {
  const { outgoing, edges, steps } = snapshot;
  const following = new Set((outgoing.get(from) ?? []).map((edge) => edges.get(edge)?.to));
  return stepChoices(snapshot).filter(
    ({ id }) => id !== from && !following.has(id) && steps.get(id)?.kind !== "start",
  );
}

/** Selects a step and brings it into view, wherever it is looked at. */
export function goToStep(editor: Editor, id: string): void {
  selectStep(editor, id);
  editor.canvas.get()?.frame([id]);
  editor.canvas.get()?.focus();
}
