"""What commands read from and write to files and streams that may have any encoding."""

from __future__ import annotations

import json
import os
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from bot.commands.exits import USAGE, stop

if TYPE_CHECKING:
    from collections.abc import Iterator


def forgive(stream: TextIO, encoding: str | None = None) -> None:
    """Let a stream replace what it can't read or show, instead of failing."""
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(encoding=encoding, errors="replace")


def discard(stream: TextIO) -> None:
    """Let what a stream still holds, and can't write, go nowhere instead of failing at the end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def write_json(value: object) -> None:
    """Write JSON on one line that standard output can carry, whatever its encoding."""
    carries_all = (sys.stdout.encoding or "").lower().replace("_", "-") in {"utf-8", "utf8"}
    sys.stdout.write(json.dumps(value, ensure_ascii=not carries_all) + "\n")


def lines(batch: str) -> Iterator[str]:
    """Yield the lines of a file, or of standard input for ``-``; empty lines are kept.

    What is no UTF-8 is replaced, so that one bad line costs no other its answer.
    """
    if batch == "-":
        forgive(sys.stdin, "utf-8-sig")
        for line in sys.stdin:
            yield line.rstrip("\r\n")
        return
    try:
        text = Path(batch).read_text(encoding="utf-8-sig", errors="replace")
    except OSError as error:
        stop(f"Can't read {batch}: {error.strerror}.", USAGE)
    yield from text.split("\n")[: -1 if text.endswith("\n") else None]
