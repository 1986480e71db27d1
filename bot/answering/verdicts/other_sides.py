"""PURE: whether an entry names only the other side's people, where it is asked who led somebody's side."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.answering.verdicts.accounts import account
from bot.knowledge.model import Event, Fact

if TYPE_CHECKING:
    from bot.answering.index import Index
    from bot.answering.reading import Reading
    from bot.knowledge.model import Entry

_SIDES: Final = frozenset("side sides delegation team mission".split())
"""What somebody's people at talks are called, behind whose they are."""
_WHO_LED: Final = re.compile(
    r"\b(?:who|whom|which\s+\w+)\b.{1,60}\b(?:led|lead|leading|head(?:ed|ing)?|chair(?:ed|ing)?|co-?chair(?:ed)?)\b"
    r"|\b(?:led|headed|chaired|co-?chaired)\s+by\s+who(?:m)?\b"
)


def asked_side(reading: Reading) -> frozenset[str]:
    """Return whose side it is, as that name may be meant, of which a question asks who led it."""
    words = reading.words
    if _SIDES.isdisjoint(words) or not _WHO_LED.search(reading.text):
        return frozenset()
    sides = [link for link in reading.placed if not _SIDES.isdisjoint(words[link.end - 1 : link.end + 1])]
    return frozenset((*sides[0].targets, *sides[0].loosely)) if len(sides) == 1 else frozenset()


def of_other_side(index: Index, asked: frozenset[str], entry: Entry) -> bool:
    """Whether an entry names people, all of whom are known to be of others than a side asked about."""
    if not isinstance(entry, Fact | Event):
        return False
    people = account(index, entry).spoken.entities & index.people
    bodies = [index.ancestry.of(person) - {person} for person in people]
    return bool(bodies) and all(each and each.isdisjoint(index.ancestry.above(asked)) for each in bodies)
