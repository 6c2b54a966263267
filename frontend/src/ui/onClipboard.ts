type Listener = (event: ClipboardEvent) => void;

/** Listens to the browser's own copy, cut (as a copy, of that type) and paste. Gives how to stop. */
export function onClipboard(copy: Listener, paste: Listener): () => void {
  const listeners = { copy, cut: copy, paste };
  const all = Object.entries(listeners) as [keyof typeof listeners, Listener][];
  for (const [name, listener] of all) document.addEventListener(name, listener);
  return () => {
    for (const [name, listener] of all) document.removeEventListener(name, listener);
  };
}
