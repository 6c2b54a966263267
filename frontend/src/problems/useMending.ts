/** A fix looked at before it is applied: what it would do to the document as it is now. */

import { useEffect, useRef, useState } from "react";
import { ApiError } from "../api/client";
import { fixProcess } from "../api/touchline";
import type { FixResult } from "../api/types";
import { applyProcess } from "../document/edits/applyProcess";
import { undo } from "../editing/undoing";
import { withSpace } from "../editing/withSpace";
import type { Snapshot } from "../model/snapshot";
import { toProcess } from "../model/toProcess";
import type { Editor } from "../session/Editor";
import { useEditor } from "../session/Editor";
import { amount } from "../ui/amount";
import { say } from "../ui/notices/notices";

/** What is to be mended: one finding by one fix, every finding of a rule, or all. */
export type Mend =
  | { readonly finding: string; readonly fix: string }
  | { readonly rule: string }
  | "all";

export interface Mending {
  /** What would be done, in words; null while it is worked out. */
  readonly plan: readonly string[] | null;
  /** Why it cannot be done, in words. */
  readonly problem: string | null;
  /** Applies it as one undo step; false while what is shown is not about the document as it is. */
  readonly apply: () => boolean;
}

interface Answer {
  readonly basis: Snapshot;
  readonly result: FixResult | null;
  readonly problem: string | null;
  /** Whether that is because the server does not answer. */
  readonly unreachable: boolean;
}

export function useMending(mend: Mend): Mending {
  const editor = useEditor();
  const { document, live, preview } = editor;
  const [answer, setAnswer] = useState<Answer | null>(null);
  const key = JSON.stringify(mend);
  // Once it is applied there is nothing to work out anew, though the document has changed.
  const applied = useRef(false);
  useEffect(() => {
    let latest = new AbortController();
    let unanswered = false;
    const ask = async () => {
      // What was asked about the document as it was before is worked out no further.
      latest.abort();
      latest = new AbortController();
      const { signal } = latest;
      const basis = document.snapshot;
      const next = await answerFor(editor, JSON.parse(key) as Mend, basis, signal);
      if (next === null) return;
      setAnswer(next);
      const { result } = next;
      unanswered = next.unreachable;
      preview.set(result === null ? null : { finding: key, process: result.process });
    };
    const stops = [
      document.store.subscribe(() => {
        if (applied.current) return;
        setAnswer(null);
        void ask();
      }),
      live.status.subscribe(() => {
        if (unanswered && live.status.get().state !== "offline") void ask();
      }),
    ];
    void ask();
    return () => {
      latest.abort();
      for (const stop of stops) stop();
      preview.set(null);
    };
  }, [editor, document, live, preview, key]);

  return {
    plan: answer?.result?.plan ?? null,
    problem: answer?.problem ?? null,
    apply() {
      if (answer?.result == null || answer.basis !== document.snapshot) return false;
      applied.current = true;
      applyProcess(document, answer.result.process);
      say(summary(answer.result.changes), { label: "Undo", run: () => undo(editor) });
      return true;
    },
  };
}

/** What a fix would do; null when it is not wanted any longer. */
async function answerFor(
  editor: Editor,
  mend: Mend,
  basis: Snapshot,
  signal: AbortSignal,
): Promise<Answer | null> {
  const process = toProcess(basis);
  const what = mend === "all" ? { all: true as const } : "rule" in mend ? { all: mend.rule } : mend;
  try {
    const result = await fixProcess(process, what, { signal, about: editor.id });
    if (signal.aborted) return null;
    // Seen before it is applied, and applied as it was seen.
    return {
      basis,
      result: { ...result, process: withSpace(result.process, basis) },
      problem: null,
      unreachable: false,
    };
  } catch (error) {
    if (signal.aborted) return null;
    if (!(error instanceof ApiError)) throw error;
    const { unreachable } = error;
    const problem = unreachable
      ? "What it will do is worked out once the server is back."
      : error.message;
    return { basis, result: null, problem, unreachable };
  }
}

function summary(changes: readonly string[]): string {
  const [first] = changes;
  if (first === undefined) return "There was nothing to change.";
  return changes.length === 1 ? first : `Done: ${amount(changes.length, "change")}.`;
}
