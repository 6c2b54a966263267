/** Which entries of a list are the same ones after somebody has edited its text. */

/**
 * The id of the old entry that each new line goes on as, undefined for a new one. Lines that read
 * as before stay what they are wherever they stand; of the rest, the first changed line goes on as
 * the first old entry that is left, and so on. O(n).
 */
export function idsOfLines(
  old: readonly { readonly id: string; readonly line: string }[],
  lines: readonly string[],
): (string | undefined)[] {
  const waiting = new Map<string, string[]>();
  for (const { id, line } of old) waiting.set(line, [...(waiting.get(line) ?? []), id]);
  const ids = lines.map((line) => waiting.get(line)?.shift());
  const same = new Set(ids);
  const left = old.filter(({ id }) => !same.has(id));
  return ids.map((id) => id ?? left.shift()?.id);
}
