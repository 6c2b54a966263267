"""Give a deal that goes round for ever a way to an end."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from touchline.checking.analysis import Analysis
from touchline.checking.analysis.reachability import Trap
from touchline.checking.fixes.connect import join
from touchline.checking.fixes.edit import listed
from touchline.checking.fixes.fix import Fix
from touchline.checking.graph import CONTACT_KINDS
from touchline.model.process import Outcome, Process


@dataclass(frozen=True)
class LeadOut(Fix):
    """Lead from a contact of the loop to an end: whoever is never won has to be lost some time.

    When a deal takes that way is for a person to say, so it is never part of *fix all*.
    """

    id = "connect-to-end"
    source: str
    target: str
    names: tuple[str, str]

    @classmethod
    def offered_for(cls, analysis: Analysis, trap: Trap) -> tuple[Fix, ...]:
        """The fix for a trap; none in a process without an end, or for a loop without a contact.

        A way out of a loop without a contact would end a silence that may already be too long.
        """
        steps = analysis.graph.steps
        ends = [steps[end] for end in analysis.graph.ends]
        members = analysis.reach.component_of(trap)
        contacts = [steps[step] for step in members if steps[step].kind in CONTACT_KINDS]
        if not ends or not contacts:
            return ()
        lost = [end for end in ends if end.outcome in (Outcome.LOST, Outcome.NURTURE)]
        source, target = contacts[-1], (lost or ends)[0]
        return (cls(source.id, target.id, (source.name, target.name)),)

    @property
    def label(self) -> str:
        """What its button says."""
        return f"Connect {listed(self.names[:1])} to {listed(self.names[1:])}"

    @property
    def touches(self) -> Collection[object]:
        """The edge that it adds."""
        return ((self.source, self.target),)

    def change(self, analysis: Analysis, process: Process) -> Process:
        """Add the edge; raises FixNotPossible when a step is gone or already joined."""
        return join(analysis, process, self.source, self.target)
