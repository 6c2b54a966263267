import { useCallback, useState } from "react";
import { ApiError } from "../api/client";
import { importFile } from "../api/touchline";
import type { CreatedProcess, ProblemDetail } from "../api/types";
import { mediaTypeOf } from "../model/formats";
import { MAX_BYTES, TOO_LARGE } from "../model/largest";
import { amount } from "../ui/amount";
import { say, sayProblem } from "../ui/notices/notices";
import { navigate, processPath } from "../ui/router";

/** A file that was not imported, and everything that is wrong with it. */
export interface Refused {
  readonly file: string;
  readonly summary: string;
  readonly errors: readonly ProblemDetail[];
}

/** Imports files of every format that can be read: a single one is opened, of several the list shows them. */
export function useImport(onImported: () => void) {
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const [busy, setBusy] = useState(false);
  const importFiles = useCallback(
    async (files: File[]) => {
      if (files.length === 0) return;
      setBusy(true);
      const ids: string[] = [];
      const told: string[] = [];
      const bad: Refused[] = [];
      for (const file of files) {
        const outcome = await imported(file);
        if ("id" in outcome) {
          ids.push(outcome.id);
          told.push(...outcome.notices.map((notice) => `${file.name}: ${notice}`));
        } else bad.push(outcome);
      }
      setBusy(false);
      setRefused(bad);
      const [only] = ids;
      // What is not kept of a file is said before anything is done with it.
      if (told.length > 0) sayProblem(told.join(" "));
      if (files.length === 1 && only !== undefined) return navigate(processPath(only));
      if (ids.length === 0) return;
      say(`Imported ${amount(ids.length, "process", "processes")}.`);
      onImported();
    },
    [onImported],
  );
  return { importFiles, busy, refused, dismiss: () => setRefused([]) };
}

/** The new process, or why there is none. */
async function imported(file: File): Promise<CreatedProcess | Refused> {
  if (file.size > MAX_BYTES) {
    return { file: file.name, summary: TOO_LARGE, errors: [] };
  }
  try {
    // As bytes: what is not UTF-8 is for the server to say, and must not be mended in silence.
    return await importFile(file, mediaTypeOf(file.name));
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { file: file.name, summary: error.message, errors: error.errors };
  }
}
