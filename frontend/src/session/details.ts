/** The details of what is selected, beside the rest of the screen or over it. */
import { flushSync } from "react-dom";
import type { Editor } from "./Editor";

/** Their panel. */
export const DETAILS_ID = "details";
/** Where there is no room for them beside the rest, as EditorScreen.module.css has it. */
const NO_ROOM = "(max-width: 60rem)";

/** Gives the keyboard to the first field of the details, opened where there is no room for them. */
export function focusDetails(editor: Editor): void {
  // At once, so that the very next letter is typed there: they may not be on the screen yet.
  flushSync(() => editor.details.set(true));
  const details = document.getElementById(DETAILS_ID);
  const field = details?.querySelector<HTMLElement>("input, textarea");
  field?.focus();
  if (field instanceof HTMLInputElement) field.select();
}

/** Closes the details where they take room from the rest; says whether there was anything to close. */
export function closeDetails(editor: Editor): boolean {
  if (!editor.details.get() || !matchMedia(NO_ROOM).matches) return false;
  editor.details.set(false);
  editor.canvas.get()?.focus();
  return true;
}
