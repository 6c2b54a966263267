"""The stages of a process as a chart groups by them."""

from __future__ import annotations

from dataclasses import dataclass

from touchline.model.process import Process, Step


@dataclass(frozen=True)
class Stages:
    """The stages that have steps, in order: those the process lists, then any others."""

    names: tuple[str, ...]

    def index_of(self, step: Step) -> int | None:
        """The index of a step's stage; None for a step in no stage."""
        return None if step.stage is None else self.names.index(step.stage)

    def goes_back(self, source: Step, target: Step) -> bool:
        """Whether an edge between them leads to an earlier stage."""
        here, there = self.index_of(source), self.index_of(target)
        return here is not None and there is not None and there < here

    def weight(self, source: Step, target: Step) -> int:
        """How straight an edge between them should run: most of all within a stage."""
        here, there = self.index_of(source), self.index_of(target)
        if here is None or there is None:
            return 1
        return {0: 4, 1: 2}.get(there - here, 1)


def stages_of(process: Process) -> Stages:
    """The stages that have steps."""
    used = dict.fromkeys(step.stage for step in process.steps if step.stage is not None)
    listed = [name for name in process.stages if name in used]
    return Stages(tuple(dict.fromkeys([*listed, *used])))
