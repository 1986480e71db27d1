"""What is not used is not imported, and threads share what memory is free."""

from __future__ import annotations

import importlib
import platform
import subprocess
import sys

import pytest

from bot.garbage import unseen

HEAPS = """if True:
    import ctypes, sys
    from concurrent.futures import ThreadPoolExecutor
    from threading import Barrier
    from bot.garbage import share_one_heap
    if sys.argv[1:]:
        share_one_heap()
    together = Barrier(4)
    def take(_):
        together.wait()
        return [bytes(2_000) for _ in range(1_000)]
    with ThreadPoolExecutor(4) as threads:
        kept = list(threads.map(take, range(4)))
        ctypes.CDLL(None).malloc_stats()
"""


def test_a_package_can_be_left_out_where_others_are_imported() -> None:
    with unseen("turtledemo"), pytest.raises(ModuleNotFoundError):
        importlib.import_module("turtledemo")

    assert importlib.import_module("turtledemo")


def test_a_package_that_is_imported_already_stays() -> None:
    with unseen("pytest"):
        assert sys.modules["pytest"] is pytest

    assert sys.modules["pytest"] is pytest


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="others give threads no heaps of their own")
def test_threads_of_the_bot_share_one_heap() -> None:
    def heaps(*told: str) -> int:
        done = subprocess.run(  # noqa: S603  # this interpreter, and a script of our own
            [sys.executable, "-c", HEAPS, *told], check=True, capture_output=True, text=True
        )
        return done.stderr.count("Arena ")

    assert heaps("shared") == 1
    assert heaps() > 1
