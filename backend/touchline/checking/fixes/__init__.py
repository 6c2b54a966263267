"""Fixes: a process in, a process out. One kind of fix a file."""

from touchline.checking.fixes.add_start import AddStart
from touchline.checking.fixes.break_loop import BreakLoop
from touchline.checking.fixes.changes import Change, changes
from touchline.checking.fixes.connect import (
    ConnectFromEarlierStep,
    ConnectToLaterStep,
    EarlierSteps,
    LaterSteps,
)
from touchline.checking.fixes.delete_steps import DeleteSteps
from touchline.checking.fixes.fix import Fix
from touchline.checking.fixes.insert_touches import InsertTouches
from touchline.checking.fixes.lead_out import LeadOut
from touchline.checking.fixes.mark_as_end import MarkAsEnd
from touchline.checking.fixes.set_wait import SetWait

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
