"""PURE: whether an entry speaks of a body of another level: of the KP Assembly, not the National Assembly."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from bot.answering.slots import texts
from bot.answering.verdicts.accounts import account
from bot.knowledge.model import Quote

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.answering.index import Index
    from bot.answering.reading import Reading
    from bot.knowledge.model import Entry

_LEVELS: Final = frozenset("national federal central supreme high lower upper".split())
"""Words before what a body is called by which it is told from others of its kind."""


def asked_levels(reading: Reading) -> list[tuple[str, str]]:
    """Return each level with the key of the word behind it, outside the names that are known."""
    words = reading.words
    if _LEVELS.isdisjoint(words):
        return []
    named = {place for link in reading.placed for place in range(link.start, link.end)}
    pairs = enumerate(pairwise(words))
    return [
        (level, reading.order[at + 1]) for at, (level, _) in pairs if level in _LEVELS and at not in named
    ]


def of_other_level(index: Index, asked: Iterable[tuple[str, str]], entry: Entry) -> bool:
    """Whether an entry has what a body is called only as the end of a known name, without its level."""
    if isinstance(entry, Quote):
        return False
    spoken = account(index, entry).spoken
    told = " ".join(texts(entry)).casefold()
    heads = frozenset(name.head for name in spoken.named)
    return any(body in heads and body not in spoken.every and level not in told for level, body in asked)
