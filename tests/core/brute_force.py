"""The rules again, by brute force: closures and lists of paths, nothing shared with the program."""

from __future__ import annotations

from itertools import pairwise, product

from touchline.model.process import Process

CONTACTS = ("start", "contact")
QUIET = ("task", "decision")


class BruteForce:
    """Every fact of a small process, straight from its definition."""

    def __init__(self, process: Process) -> None:
        week = 5 if process.days == "business" else 7
        self.process = process
        self.kind = {s.id: str(s.kind) for s in process.steps}
        self.time = {
            s.id: s.duration.minutes(week) if s.duration and s.kind in QUIET else 0
            for s in process.steps
        }
        self.wait = {
            (e.source, e.target): e.max_wait.minutes(week) if e.max_wait else 0
            for e in process.edges
        }
        self.max_gap = process.max_gap.minutes(week)
        self.warn_gap = process.warn_gap.minutes(week)
        self.leads = self._closure(self.wait)
        quiet_pairs = {
            pair
            for pair in self.wait
            if self.kind[pair[0]] in QUIET and self.kind[pair[1]] in QUIET
        }
        self.leads_quietly = self._closure(quiet_pairs)
        self.endless_pairs = {
            (a, b)
            for a, b in quiet_pairs
            if (b, a) in self.leads_quietly or a == b
            if self._round_takes_time(a, b, quiet_pairs)
        }
        self.endless_steps = {step for pair in self.endless_pairs for step in pair}

    def _closure(self, pairs: object) -> set[tuple[str, str]]:
        """Who leads to whom, oneself included (Warshall)."""
        leads = {(step, step) for step in self.kind} | set(pairs)  # type: ignore[call-overload]
        for middle, a, b in product(self.kind, repeat=3):
            if (a, middle) in leads and (middle, b) in leads:
                leads.add((a, b))
        return leads

    def _round_takes_time(self, a: str, b: str, quiet_pairs: set[tuple[str, str]]) -> bool:
        """Whether some closed walk through a → b has a wait or a duration in it."""
        on_rounds = [
            (x, y)
            for x, y in quiet_pairs
            if (b, x) in self.leads_quietly and (y, a) in self.leads_quietly
        ]
        return any(
            self.wait[pair] or self.time[pair[0]] or self.time[pair[1]] for pair in on_rounds
        )

    def no_start(self) -> bool:
        return "start" not in self.kind.values()

    def no_end(self) -> bool:
        return "end" not in self.kind.values()

    def dead_ends(self) -> set[str]:
        return {s for s in self.kind if self.kind[s] != "end" and not self._after(s)}

    def trapped(self) -> set[str]:
        stops = self.dead_ends() | {s for s in self.kind if self.kind[s] == "end"}
        return {s for s in self.kind if not any((s, stop) in self.leads for stop in stops)}

    def trap_components(self) -> set[frozenset[str]]:
        """The loops in which the trapped end up: those that lead only to each other."""
        trapped = self.trapped()
        components = {
            frozenset(b for b in trapped if (a, b) in self.leads and (b, a) in self.leads)
            for a in trapped
        }
        return {
            component
            for component in components
            if all(after in component for step in component for after in self._after(step))
        }

    def unreachable(self) -> set[str]:
        starts = [s for s in self.kind if self.kind[s] == "start"]
        return {s for s in self.kind if not any((start, s) in self.leads for start in starts)}

    def endless(self) -> set[frozenset[str]]:
        return {
            frozenset(
                b
                for b in self.endless_steps
                if (a, b) in self.leads_quietly and (b, a) in self.leads_quietly
            )
            for a in self.endless_steps
        }

    def stretches(self) -> dict[tuple[str, str], int]:
        """The heaviest stretch of each ordered pair, of all simple paths outside endless loops."""
        found: dict[tuple[str, str], int] = {}

        def walk(path: list[str], minutes: int) -> None:
            for after in self._after(path[-1]):
                now = minutes + self.wait[path[-1], after]
                if self.kind[after] not in QUIET:
                    pair = (path[0], after)
                    found[pair] = max(found.get(pair, -1), now)
                elif after not in path and after not in self.endless_steps:
                    walk([*path, after], now + self.time[after])

        for step in self.kind:
            if self.kind[step] in CONTACTS:
                walk([step], 0)
        return found

    def weight(self, path: tuple[str, ...]) -> int:
        """What a stretch weighs; KeyError where it is no path."""
        waits = sum(self.wait[pair] for pair in pairwise(path))
        return waits + sum(self.time[step] for step in path[1:-1])

    def sent_again(self) -> set[tuple[str, str]]:
        """Contacts that send something that another one before them on a path has sent."""
        senders = {
            s.id: {a.url or a.name.casefold() for a in s.assets}
            for s in self.process.steps
            if s.kind == "contact" and s.channel not in (None, "call")
        }
        return {
            (b, asset)
            for a, b in product(senders, repeat=2)
            for asset in senders[a] & senders[b]
            if a != b and (a, b) in self.leads
        }

    def _after(self, step: str) -> list[str]:
        return [b for a, b in self.wait if a == step]
