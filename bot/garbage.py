"""Memory: garbage is not looked for where there is none, and what is free is given back."""

from __future__ import annotations

import ctypes
import gc
import sys
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


def give_back() -> None:
    """Return to the system what reading left free, where its C library can: some 10 MB.

    It lies in the memory of the thread that read, of which no other thread would make use.
    """
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # not in every C library
        if trim is not None:
            trim(0)
