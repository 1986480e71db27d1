"""Memory: garbage is not looked for where there is none, nothing unused is read, what is free goes back."""

from __future__ import annotations

import ctypes
import gc
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from types import ModuleType

_ARENA_MAX: Final = -8
"""``M_ARENA_MAX`` of mallopt(3), in glibc's malloc.h."""


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


def clear_out() -> None:
    """Free what was left out of the collector's rounds and is used no more; answers pause some 0.05 s for it.

    A replaced pack holds parts that hold each other, 10 MB that else would stay for good.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()
    give_back()


@contextmanager
def unseen(package: str) -> Generator[None]:
    """Let what is imported now go without a package, as where that is not installed."""
    known = sys.modules.get(package)
    if known is None:
        sys.modules[package] = cast("ModuleType", None)  # so Python says: no such module
    try:
        yield
    finally:
        if known is None:
            del sys.modules[package]


def share_one_heap() -> None:
    """Let threads take memory from one heap, where the C library gives each its own: 5 MB less in all.

    What one has left free no other would use. To be called before there are threads.
    """
    mallopt = _of_libc("mallopt")
    if mallopt is not None:
        mallopt(_ARENA_MAX, 1)


def give_back() -> None:
    """Return to the system what reading left free, where its C library can: some 10 MB."""
    trim = _of_libc("malloc_trim")
    if trim is not None:
        trim(0)


def _of_libc(name: str) -> Callable[..., int] | None:
    """Return a function of Linux's usual C library; others lack it."""
    return getattr(ctypes.CDLL(None), name, None) if sys.platform == "linux" else None
