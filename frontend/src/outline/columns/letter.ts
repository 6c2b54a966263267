/** One rem, in pixels. */
export function letter(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}
