import type { Channel, Kind, Outcome } from "../../model/snapshot";
import { defaultStepName } from "../../model/words";
import type { TouchlineDocument } from "../TouchlineDocument";
import { entryOf, setKeys } from "../write";

/**
 * Makes a step another kind. A channel stays only with a contact and an outcome only with an end;
 * a name that nobody has chosen yet follows.
 */
export function setKind(
  document: TouchlineDocument,
  id: string,
  kind: Kind,
  details: { channel?: Channel; outcome?: Outcome } = {},
): void {
  document.edit(() => {
    const map = entryOf(document.steps, id);
    const step = document.snapshot.steps.get(id);
    if (map === null || step === undefined) return;
    const channel = kind === "contact" ? (details.channel ?? step.channel) : undefined;
    const outcome = kind === "end" ? (details.outcome ?? step.outcome ?? "won") : undefined;
    const unnamed = step.name === defaultStepName(step.kind, step.channel, step.outcome);
    const name = unnamed ? defaultStepName(kind, channel, outcome) : step.name;
    setKeys(map, { kind, channel, outcome, name });
  });
}
