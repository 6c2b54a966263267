/** Gives the keyboard to a step where it is drawn, else to the canvas. */
export function focusStep(canvas: HTMLElement | null, id: string | null): void {
  const step = id === null ? null : elementOf(canvas, id);
  (step ?? canvas)?.focus({ preventScroll: true });
}

/** The element of a step; null while it has none, as out of view. */
export function elementOf(canvas: HTMLElement | null, id: string): HTMLElement | null {
  const selector = `.react-flow__node[data-id="${CSS.escape(id)}"]`;
  return canvas?.querySelector<HTMLElement>(selector) ?? null;
}
