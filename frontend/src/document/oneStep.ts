import type { TouchlineDocument } from "./TouchlineDocument";

let steps = 0;

/**
 * Makes several edits one undo step where each needs the snapshot after the one before it, so that
 * they cannot be one transaction: all of them name the `typing` place that they are given.
 */
export function inOneStep<T>(document: TouchlineDocument, change: (typing: string) => T): T {
  steps += 1;
  const end = document.beginTyping();
  try {
    return change(`together ${steps}`);
  } finally {
    end();
  }
}
