import type { TouchlineDocument } from "../TouchlineDocument";
import { setStepField } from "./setStepField";

/** Renames a step; a name that says nothing is refused (false) and changes nothing. */
export function renameStep(document: TouchlineDocument, id: string, name: string): boolean {
  if (name.trim() === "") return false;
  setStepField(document, id, "name", name);
  return true;
}
