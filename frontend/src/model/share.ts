/** A share of the deals: a part of 1 in the process, per cent for a person. */

const PER_CENT = /^([0-9]{1,3}(?:[.,][0-9]{1,2})?)\s*%?$/;

/** The share that a person typed; undefined for none, null when it is no percentage. */
export function shareOf(text: string): number | undefined | null {
  const trimmed = text.trim();
  if (trimmed === "") return undefined;
  const amount = PER_CENT.exec(trimmed)?.[1]?.replace(",", ".");
  if (amount === undefined || Number(amount) > 100) return null;
  // Through a whole number, so that 7 % is 0.07 and no digit more.
  return Math.round(Number(amount) * 100) / 10_000;
}

/** A share as a person reads it: “20 %”; empty for none. */
export function sayShare(share: number | undefined): string {
  return share === undefined ? "" : `${Math.round(share * 10_000) / 100} %`;
}
