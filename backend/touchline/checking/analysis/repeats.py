"""The same asset sent twice to the same prospect."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from touchline.checking.graph import ProcessGraph
from touchline.model.process import CONTENT_CHANNELS, Asset, Channel, Kind

SENDING = frozenset(
    {
        *CONTENT_CHANNELS,
        Channel.EMAIL,
        Channel.TEXT,
        Channel.LETTER,
        Channel.SOCIAL,
        Channel.PROPOSAL,
    }
)
"""The channels over which an asset reaches the prospect; in a call it is a guide to work from."""


class Repeat(NamedTuple):
    """Two contacts on one path that send the same asset, the earlier first."""

    first: str
    again: str
    asset: str


@dataclass(frozen=True)
class Repeats:
    """Finds assets that reach a prospect a second time."""

    graph: ProcessGraph

    def pairs(self) -> Iterator[Repeat]:
        """For each contact that sends an asset again, one that sent it before on the same path.

        Assets are the same when they have the same address, or no address and the same name.
        Linear in the graph for each asset that is sent in more than one place.
        """
        senders: dict[str, list[str]] = {}
        names: dict[str, str] = {}
        for step in self.graph.process.steps:
            if step.kind is not Kind.CONTACT or step.channel not in SENDING:
                continue
            for asset in step.assets:
                key = _identity(asset)
                names.setdefault(key, asset.name)
                if step.id not in senders.setdefault(key, []):
                    senders[key].append(step.id)
        for key, steps in senders.items():
            if len(steps) > 1:
                for first, again in self._sent_again(steps):
                    yield Repeat(first, again, names[key])

    def _sent_again(self, senders: Sequence[str]) -> Iterator[tuple[str, str]]:
        # Two origins are enough for each step: one of them is not the step itself.
        origins: dict[str, list[str]] = {}
        waiting = deque((sender, sender) for sender in senders)
        while waiting:
            step, origin = waiting.popleft()
            for after in self.graph.successors[step]:
                known = origins.setdefault(after, [])
                if len(known) < 2 and origin not in known:
                    known.append(origin)
                    waiting.append((after, origin))
        for sender in senders:
            earlier = [origin for origin in origins.get(sender, ()) if origin != sender]
            if earlier:
                yield earlier[0], sender


def _identity(asset: Asset) -> str:
    return f"url {asset.url}" if asset.url else f"name {asset.name.casefold()}"
