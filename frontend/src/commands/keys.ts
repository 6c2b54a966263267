/** Keys and key presses. */

const MAC = typeof navigator !== "undefined" && /Mac|iP(hone|ad|od)/.test(navigator.platform);

export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** Whether a key press is the keys named, such as `Mod+Shift+Z`, `Shift+ArrowUp` or `?`. */
export function pressMatches(press: KeyPress, keys: string, mac = MAC): boolean {
  const parts = keys.split("+");
  const key = parts.pop() ?? "";
  const mod = mac ? press.metaKey : press.ctrlKey;
  const other = mac ? press.ctrlKey : press.metaKey;
  const letter = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  if (letter !== (key.length === 1 ? key.toLowerCase() : key)) return false;
  if (mod !== parts.includes("Mod") || other || press.altKey !== parts.includes("Alt"))
    return false;
  // A sign such as ? already says whether it takes Shift on this person's keyboard.
  const isSign = key.length === 1 && key.toLowerCase() === key.toUpperCase();
  return isSign || press.shiftKey === parts.includes("Shift");
}

const SHOWN: Readonly<Record<string, string>> = {
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
  Escape: "Esc",
};
const SHOWN_ON_MAC: Readonly<Record<string, string>> = { Mod: "⌘", Shift: "⇧", Alt: "⌥" };

/** Keys as a person reads them: “Ctrl+Shift+Z”, or “⇧⌘Z” on a Mac. */
export function showKeys(keys: string, mac = MAC): string {
  const parts = keys.split("+");
  if (!mac) return parts.map((part) => (part === "Mod" ? "Ctrl" : (SHOWN[part] ?? part))).join("+");
  return parts.map((part) => SHOWN_ON_MAC[part] ?? SHOWN[part] ?? part).join("");
}

/** Keys as `aria-keyshortcuts` takes them: “Control+Shift+Z”. */
export function readOut(keys: string, mac = MAC): string {
  return keys.replace("Mod", mac ? "Meta" : "Control");
}

/** Marks the part of the screen in which bare keys such as Enter and the arrows are commands. */
export const CANVAS_KEYS = "data-canvas-keys";

const NO_TEXT = ":not([type=checkbox], [type=radio])";

/** Whether the focus is where keys mean text. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches(`input${NO_TEXT}, textarea, select`))
  );
}

/**
 * Whether the focused widget has its own use for these keys: an open dialog or menu for all of
 * them, and anything that has the focus outside the canvas for the keys that widgets live by.
 */
export function belongsToWidget(target: EventTarget | null, keys: string): boolean {
  if (!(target instanceof Element) || target === document.body) return false;
  if (target.closest("[role=dialog], [role=menu], [role=listbox]") !== null) return true;
  const onCanvas = target.closest(`[${CANVAS_KEYS}]`) !== null && target.closest("button") === null;
  return isWidgetKey(keys) && !onCanvas;
}

/** Whether they are keys that widgets live by, such as Enter, Tab and the arrows. */
export function isWidgetKey(keys: string): boolean {
  // Letting go of what is selected or shown is right wherever the focus is.
  if (keys === "Escape") return false;
  return !keys.includes("Mod") && (keys.split("+").pop() ?? "").length > 1;
}
