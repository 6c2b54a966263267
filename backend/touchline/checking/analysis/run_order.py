"""The steps in the order in which a deal runs through them."""

from __future__ import annotations

from touchline.model.process import Kind, Process, Step


def run_order(process: Process) -> tuple[Step, ...]:
    """The steps, each after those that lead to it where no loop forbids it.

    Starts come first, a branch goes to its end before the next branch begins, and what no start
    leads to comes last; the same order as the editor's outline. O(steps + edges).
    """
    following: dict[str, list[str]] = {step.id: [] for step in process.steps}
    entered = set()
    for edge in process.edges:
        following[edge.source].append(edge.target)
        entered.add(edge.target)
    starts = [step.id for step in process.steps if step.kind is Kind.START]
    entries = [step.id for step in process.steps if step.id not in entered]
    order: dict[str, None] = {}
    visited: set[str] = set()
    # What no start and no entry leads to is a loop of its own.
    for root in (*starts, *entries, *following):
        order.update(dict.fromkeys(reversed(_finished(root, following, visited))))
    steps = {step.id: step for step in process.steps}
    return tuple(steps[step] for step in order)


def _finished(root: str, following: dict[str, list[str]], visited: set[str]) -> list[str]:
    """What a walk from `root` comes to anew, each after all that follows it; `visited` grows."""
    if root in visited:
        return []
    visited.add(root)
    finished: list[str] = []
    # A stack of its own: a process may be deeper than Python's.
    stack = [(root, list(following[root]))]
    while stack:
        here, left = stack[-1]
        if not left:
            finished.append(here)
            stack.pop()
            continue
        step = left.pop()
        if step not in visited:
            visited.add(step)
            stack.append((step, list(following[step])))
    return finished
