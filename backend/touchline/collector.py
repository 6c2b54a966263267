"""Python's garbage collector, kept from slowing down what only builds."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """No collection inside.

    Where hundreds of thousands of small objects are built that all stay, the collector walks them
    again and again: it took two thirds of the time of a hostile file.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
