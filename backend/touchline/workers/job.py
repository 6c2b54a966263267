"""What is asked of a worker: a function, its arguments, for whom, and how hard it will be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class Lane(Enum):
    """Easy work, which a person waits for, and hard work, which has workers of its own."""

    EASY = auto()
    HARD = auto()


@dataclass(frozen=True, slots=True)
class Client:
    """Who asks: an address, the document that it is about, and one window on that document.

    Turns are shared among addresses, and within one among documents. A window that names itself
    wants only the last of each sort of work that it asks for.
    """

    address: str = ""
    document: str = ""
    window: str = ""


NOBODY = Client()


@dataclass(frozen=True, eq=False)
class Job(Generic[T]):
    """A call of `function`, which a worker imports by its name, so it is one of a module's.

    `doing` begins the sentence that says that it was too much (“Checking”), `about` says of what
    (“a process of 9 steps and 8 edges”), until the function has told more exactly (`tell`). `size`
    is what waits in memory, in bytes; `seconds` is how long it may take, where that is not the
    usual.
    """

    function: Callable[..., T]
    args: tuple[Any, ...] = ()
    doing: str = "The work on"
    about: str = "this process"
    lane: Lane = Lane.EASY
    client: Client = field(default=NOBODY)
    size: int = 0
    seconds: float | None = None

    @property
    def replaces(self) -> tuple[Client, str] | None:
        """What a window wants only once: a later job with the same supersedes this one."""
        return (self.client, self.doing) if self.client.window else None
