"""Reads a page of the documentation as a reader follows it: files to write and commands to run, in order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_BLOCK: Final = re.compile(r"^```(yaml|console)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FILE: Final = re.compile(r"^(Write|Add to) `([^`]+\.yaml)`")


@dataclass(frozen=True, slots=True)
class File:
    """A file that the page has its reader write, or add to."""

    name: str
    text: str
    added: bool


@dataclass(frozen=True, slots=True)
class Command:
    """A command of the page, and what the page says that it prints."""

    line: str
    printed: str


def steps(page: str) -> Iterator[File | Command]:
    """Yield what a page has its reader do."""
    for block in _BLOCK.finditer(page):
        if block[1] == "console":
            yield from _commands(block[2])
            continue
        before = page[: block.start()].rstrip().rpartition("\n\n")[2]
        named = _FILE.match(before)
        assert named is not None, f"nothing says where this belongs: {block[2][:60]}"
        yield File(named[2], block[2], added=named[1] == "Add to")


def _commands(block: str) -> Iterator[Command]:
    """Yield the commands of one block."""
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        line, _, printed = part.partition("\n")
        yield Command(line, printed)
