const NUMBER = new Intl.NumberFormat("en-GB");

/** A number and what it counts: `amount(1, "step")` is “1 step”, `amount(1000, "step")` “1,000 steps”. */
export function amount(count: number, one: string, many = `${one}s`): string {
  return `${NUMBER.format(count)} ${count === 1 ? one : many}`;
}
