"""PURE: whether an answer told with it what a reply asks: how much, since when, by whom, where."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from bot.answering.answer_types import tells
from bot.answering.dates.mentions import mentions
from bot.answering.followups.by_whom import tells_by_whom
from bot.answering.lexicon import MONTHS, WEEKDAYS
from bot.answering.operations import tells_change
from bot.answering.text import normalise
from bot.knowledge.model import Entity, Quote

if TYPE_CHECKING:
    from bot.answering.index import Index
    from bot.knowledge.model import Entry

_HOW_MUCH: Final = re.compile(r"\W*(?:and\s+)?how\s+much(?:\s+(?:was|is)\s+(?:it|that))?\W*", re.IGNORECASE)
"""A reply that asks for the sum of money that was just told."""
_BY_HOW_MUCH: Final = re.compile(
    r"\W*(?:and\s+)?by\s+(?:how\s+(?:much|many)|what\s+(?:percent(?:age)?|per\s?cent))\W*", re.IGNORECASE
)
"""A reply that asks for the change that was just told."""
_SINCE_WHEN: Final = re.compile(r"\W*(?:and\s+)?(?:since|from)\s+when\W*", re.IGNORECASE)
_SINCE: Final = re.compile(r"\b(?:since|from)\s+(?:\w+\s+){0,2}\d", re.IGNORECASE)
"""Words of an answer that tell from when on something is so."""
_IN: Final = frozenset("in at near outside".split())
_BECAME: Final = re.compile(
    r"^\W*(?:(?:has|have)\b|(?:is|are)\b.*\b(?:\w+ed|part|member|on|under)\b)", re.IGNORECASE
)
"""A question whether something has come to be so: it is so since then."""


def tells_so(index: Index, question: str, before: str, main: Entry, text: str) -> bool:
    """Whether an answer itself tells how much, by how much, since when or by whom, if no more is asked.

    It told something of what the question ``before`` asked.
    """
    if _HOW_MUCH.fullmatch(question):
        return tells("money", main)
    if _SINCE_WHEN.fullmatch(question):
        became = _BECAME.search(before) and len(mentions(text)) == 1
        return bool(became or _SINCE.search(text))
    if _BY_HOW_MUCH.fullmatch(question):
        changed = not isinstance(main, Entity) and tells_change(normalise(text).casefold())
        return changed and index.entries[index.positions[main.id]].slots.has_number
    return tells_by_whom(index, question, before, main, text)


def tells_where(index: Index, main: Entry, text: str) -> bool:
    """Whether the text of an answer tells in which place, other than the pack's own, it was."""
    if isinstance(main, (Entity, Quote)):
        return False
    said = index.reader.anatomy(text)
    usual = {index.pack.default_place}
    places = {link.start for link in said.links if not index.places.isdisjoint(set(link.targets) - usual)}
    other = {target for link in said.links for target in range(link.start, link.end)}
    return any(
        one.word in _IN
        and (at in places or (at not in other and token.capital and token.word not in WEEKDAYS.union(MONTHS)))
        for at, (one, token) in enumerate(pairwise(said.tokens), 1)
    )
