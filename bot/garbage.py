"""Python's garbage collector, kept from looking where there is nothing to find."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator


@contextmanager
def uncollected() -> Generator[None]:
    """Pause the garbage collector, and leave what was made out of its later rounds.

    For what makes many objects that stay, as imports and a pack do: walking them again and again takes a
    tenth of the former's time and a fifth of the latter's, and later a pause in the middle of answers.
    """
    paused = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if paused:
            gc.enable()
