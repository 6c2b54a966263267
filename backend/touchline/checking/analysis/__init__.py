"""The facts about a process: silence, reachability, detail. No judgement; the rules judge."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from touchline.checking.analysis.detail import Detail
from touchline.checking.analysis.reachability import Reachability
from touchline.checking.analysis.repeats import Repeats
from touchline.checking.analysis.silence import Silence
from touchline.checking.analysis.stretches import Stretch
from touchline.checking.graph import ProcessGraph
from touchline.model.process import Process

__all__ = ["Analysis", "Stretch"]


@dataclass(frozen=True)
class Analysis:
    """One process with everything that is known about it, each part computed when first asked."""

    process: Process

    @cached_property
    def graph(self) -> ProcessGraph:
        """The process as a graph."""
        return ProcessGraph(self.process)

    @cached_property
    def silence(self) -> Silence:
        """How long a prospect may hear nothing."""
        return Silence(self.graph)

    @cached_property
    def reach(self) -> Reachability:
        """What can be reached from where."""
        return Reachability(self.graph)

    @cached_property
    def detail(self) -> Detail:
        """What has been thought through."""
        return Detail(self.process)

    @cached_property
    def repeats(self) -> Repeats:
        """What is sent twice."""
        return Repeats(self.graph)
