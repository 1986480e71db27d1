"""PURE: what a button holds, written as its custom id of at most 100 characters, and read back.

A button has everything that a press needs, so it outlives a restart. Message and user ids take
eleven characters, entries go by their short names.
"""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass
from typing import Final, TypeAlias, assert_never

from bot.knowledge.naming import SHORT

LONGEST: Final = 100
MOST_ENTRIES: Final = 12
"""Entries whose short names fit the button for sources."""
MOST_EARLIER: Final = 4
"""Messages before the one with the button that fit the button for deleting."""
_BYTES: Final = 8
_ID: Final = r"[A-Za-z0-9_-]{11}"
_ENTRY: Final = rf"[A-Za-z0-9_-]{{{SHORT}}}"
_PICK: Final = re.compile(rf"pick:({_ID})({_ID})({_ENTRY})")
_SOURCES: Final = re.compile(rf"sources:([0-9]{{0,3}}):((?:{_ENTRY}){{1,{MOST_ENTRIES}}})")
_WHY: Final = re.compile(rf"why:({_ID})([pd])((?:{_ENTRY})?):([0-9A-Za-z]{{0,16}})")
_DELETE: Final = re.compile(rf"delete:({_ID})({_ID})((?:{_ID}){{0,{MOST_EARLIER}}})")


@dataclass(frozen=True, slots=True)
class Pick:
    """Show what one of the questions offered answers. Ids are 0 where there is no such message."""

    asker: int
    question: int
    """The member's message; 0 for a slash command."""
    entry: str
    """Short name."""


@dataclass(frozen=True, slots=True)
class Sources:
    """Show the sources of the entries of an answer in full."""

    entries: tuple[str, ...]
    """Short names, at least one and at most ``MOST_ENTRIES``."""
    more: int = 0
    """Entries of the answer for which there was no room, at most 999."""


@dataclass(frozen=True, slots=True)
class Why:
    """Explain a reply."""

    question: int
    """The member's message; 0 for a slash command."""
    revision: str
    """The revision that answered."""
    entry: str = ""
    """Short name of the entry that answered; empty when none did."""
    picked: bool = False
    """Whether the answer was picked from those offered."""


@dataclass(frozen=True, slots=True)
class Delete:
    """Delete a reply."""

    asker: int
    question: int
    """The member's message; 0 for a slash command."""
    earlier: tuple[int, ...] = ()
    """The messages of the reply before the one with the button, at most ``MOST_EARLIER``."""


Press: TypeAlias = Pick | Sources | Why | Delete


def encode(press: Press) -> str:
    """Return the custom id of a button."""
    match press:
        case Pick():
            return f"pick:{short_id(press.asker)}{short_id(press.question)}{press.entry}"
        case Sources():
            return f"sources:{press.more or ''}:{''.join(press.entries)}"
        case Why():
            way = "p" if press.picked else "d"
            return f"why:{short_id(press.question)}{way}{press.entry}:{press.revision}"
        case Delete():
            return f"delete:{''.join(map(short_id, (press.asker, press.question, *press.earlier)))}"
        case _:
            assert_never(press)


def decode(custom_id: str) -> Press | None:
    """Return what a button holds; None when it is no button of these."""
    if match := _PICK.fullmatch(custom_id):
        return Pick(_long_id(match[1]), _long_id(match[2]), match[3])
    if match := _SOURCES.fullmatch(custom_id):
        return Sources(_split(match[2], SHORT), int(match[1] or 0))
    if match := _WHY.fullmatch(custom_id):
        return Why(_long_id(match[1]), match[4], match[3], picked=match[2] == "p")
    if match := _DELETE.fullmatch(custom_id):
        earlier = _split(match[3], len(short_id(0)))
        return Delete(_long_id(match[1]), _long_id(match[2]), tuple(map(_long_id, earlier)))
    return None


def short_id(long: int) -> str:
    """Return the eleven characters that stand for an id of Discord's, a number below 2**64."""
    return base64.urlsafe_b64encode(long.to_bytes(_BYTES, "big")).decode().rstrip("=")


def _long_id(short: str) -> int:
    """Return the id that eleven characters stand for."""
    return int.from_bytes(base64.urlsafe_b64decode(short + "="), "big")


def _split(text: str, size: int) -> tuple[str, ...]:
    """Cut a text into pieces of one size."""
    return tuple(text[start : start + size] for start in range(0, len(text), size))
