/** The steps in the order in which a deal runs through them. */
import type { Snapshot } from "./snapshot";

/**
 * The ids of the steps, each after those that lead to it where no loop forbids it: starts first,
 * and a branch to its end before the next branch begins. What no start leads to comes last.
 * O(steps + edges).
 */
export function runOrder({ stepIds, steps, edges, outgoing, incoming }: Snapshot): string[] {
  const visited = new Set<string>();
  const finished: string[] = [];
  // A walk with a stack of its own: a process may be deeper than the browser's.
  const walk = (root: string) => {
    if (visited.has(root)) return;
    visited.add(root);
    const stack = [{ id: root, next: nextOf(root) }];
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const id = top.next.pop();
      if (id === undefined) {
        finished.push(top.id);
        stack.pop();
      } else if (!visited.has(id)) {
        visited.add(id);
        stack.push({ id, next: nextOf(id) });
      }
    }
  };
  const nextOf = (id: string): string[] =>
    (outgoing.get(id) ?? []).flatMap((edge) => edges.get(edge)?.to ?? []);

  const starts = stepIds.filter((id) => steps.get(id)?.kind === "start");
  const entries = stepIds.filter((id) => !incoming.has(id));
  const order: string[] = [];
  // What no start and no entry leads to is a loop of its own.
  for (const root of [...starts, ...entries, ...stepIds]) {
    finished.length = 0;
    walk(root);
    order.push(...finished.reverse());
  }
  return order;
}
