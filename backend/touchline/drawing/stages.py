"""The stages of a process as a chart groups by them."""

from __future__ import annotations

from dataclasses import dataclass

from touchline.model import Process, Step


@dataclass(frozen=True)
class Stages:
    """The stages that have steps, in order: those the process lists, then any others."""

    names: tuple[str, ...]

    def index_of(self, step: Step) -> int | None:
        """The index of a step's stage; None for a step in no stage."""
        return None if step.stage is None else self.names.index(step.stage)


def stages_of(process: Process) -> Stages:
    """The stages that have steps."""
    used = dict.fromkeys(step.stage for step in process.steps if step.stage is not None)
    listed = [name for name in process.stages if name in used]
    return Stages(tuple(dict.fromkeys([*listed, *used])))
