import { OUTCOMES } from "../../model/snapshot";
import type { TouchlineDocument } from "../TouchlineDocument";
import { setStepField } from "./setStepField";

/**
 * Renames a step; a name that says nothing is refused (false) and changes nothing. An end that is
 * named after an outcome has that outcome: one called “Lost” that counts as won would be a lie.
 */
export function renameStep(document: TouchlineDocument, id: string, name: string): boolean {
  if (name.trim() === "") return false;
  const said = OUTCOMES.find((outcome) => outcome === name.trim().toLowerCase());
  document.edit(() => {
    setStepField(document, id, "name", name);
    const step = document.snapshot.steps.get(id);
    if (said !== undefined && step?.kind === "end") setStepField(document, id, "outcome", said);
  }, `step ${id} name`);
  return true;
}
