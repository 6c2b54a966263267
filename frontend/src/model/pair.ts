/** An edge by what it joins (`from to`), as findings and silences name it. */
export function pairOf({ from, to }: { readonly from: string; readonly to: string }): string {
  return `${from} ${to}`;
}
