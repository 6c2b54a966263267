"""Fixes: a process in, a process out. One kind of fix a file."""

from touchline.fixes.add_start import AddStart
from touchline.fixes.break_loop import BreakLoop
from touchline.fixes.changes import Change, changes
from touchline.fixes.connect import (
    ConnectFromEarlierStep,
    ConnectToLaterStep,
    EarlierSteps,
    LaterSteps,
)
from touchline.fixes.delete_steps import DeleteSteps
from touchline.fixes.fix import Fix
from touchline.fixes.insert_touches import InsertTouches
from touchline.fixes.lead_out import LeadOut
from touchline.fixes.mark_as_end import MarkAsEnd
from touchline.fixes.set_wait import SetWait

__all__ = [
    "AddStart",
    "BreakLoop",
    "Change",
    "ConnectFromEarlierStep",
    "ConnectToLaterStep",
    "DeleteSteps",
    "EarlierSteps",
    "Fix",
    "InsertTouches",
    "LaterSteps",
    "LeadOut",
    "MarkAsEnd",
    "SetWait",
    "changes",
]
