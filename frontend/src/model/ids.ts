/** New ids: steps get a slug a person can read, everything else a short random one. */

const LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
const LONGEST_SLUG = 60;

/** A random id for an edge, a stage or an item of a list. */
export function randomId(length = 10): string {
  let id = "";
  while (id.length < length) {
    for (const byte of crypto.getRandomValues(new Uint8Array(length))) {
      // 252 is the largest multiple of 36 in a byte: the rest would favour the first letters.
      if (byte < 252 && id.length < length) id += LETTERS[byte % LETTERS.length];
    }
  }
  return id;
}

/**
 * The id of a new step, from its name. It ends in random letters, so that two people who add a
 * step of the same name at once get two steps, and never one written over the other.
 */
export function newStepId(name: string): string {
  const slug = slugOf(name);
  return `${slug === "" ? "step" : slug}-${randomId(4)}`;
}

/** A name as lower-case words joined by hyphens; empty when nothing of it is left. */
export function slugOf(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, LONGEST_SLUG)
    .replace(/^-+|-+$/g, "");
}
