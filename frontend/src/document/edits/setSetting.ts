import type { Settings } from "../../model/snapshot";
import type { TouchlineDocument } from "../TouchlineDocument";
import { setKey } from "../write";

/** Sets one setting of the process, or takes it away; typing in one is one undo step. */
export function setSetting<F extends keyof Settings>(
  document: TouchlineDocument,
  field: F,
  value: Settings[F] | undefined,
): void {
  document.edit(
    () => setKey(document.process, field, value === "" ? undefined : value),
    `process ${field}`,
  );
}
