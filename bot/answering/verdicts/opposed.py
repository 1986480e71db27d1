"""PURE: a sentence that has the opposite of what an entry says of the same: blamed, where it thanked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy as np

from bot.answering.verdicts.accounts import account, said
from bot.answering.verdicts.comparing import Comparison, compare
from bot.answering.verdicts.meaning import says_less
from bot.knowledge.model import Claim

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.answering.index import Index
    from bot.answering.verdicts.spoken import Spoken

_OPPOSED: Final = """
rise increase grow climb / fall drop decline decrease
raise / lower reduce cut
agree accept / refuse reject decline
approve ratify / reject veto
support back welcome / oppose reject condemn
praise commend thank / blame criticise criticize denounce
include contain / exclude omit
win / lose
"""
"""A line of words of which one thing, done once, is either the ones or the others."""
_SIDES: Final = tuple(
    tuple(side.split() for side in sides)
    for one, other in (line.split("/") for line in _OPPOSED.strip().split("\n"))
    for sides in ((one, other), (other, one))
)
_TRIED: Final = 20
"""Entries that are held against a sentence with such a word."""


def says_the_opposite(index: Index, sentence: Spoken) -> Comparison | None:
    """Return an entry that says the opposite, and the same in all else, if one does.

    What rose once may have fallen at another time: a sentence without a date or number is told otherwise by
    none with a date.
    """
    if sentence.negations:
        return None
    for turned in _turned(index, sentence):
        for position in _having(index, turned.terms):
            told = account(index, index.entries.bare[position])
            if not (sentence.dated or sentence.counted) and (told.spoken.dated or told.entry.period):
                continue
            found = compare(index, turned, told)
            if found.supports and not told.spoken.negations and not says_less(index, turned, told):
                return found
    return None


def _turned(index: Index, sentence: Spoken) -> Iterator[Spoken]:
    """Yield a sentence with each of its words in turn replaced by each that is opposed to it."""
    for word in sentence.terms:
        for own, opposed in _SIDES:
            if word in index.reader.keys_of(own):
                others = index.reader.keys_of(opposed) - sentence.terms.keys()
                yield from (_with(sentence, word, other) for other in others)


def _having(index: Index, keys: Iterable[str]) -> Sequence[int]:
    """Return the positions of the first entries that have some keys themselves."""
    found = np.logical_and.reduce([index.documents.any_of((key,)) for key in keys])
    places: list[int] = np.flatnonzero(found)[:_TRIED].tolist()
    wanted, entries = frozenset(keys), index.entries.bare
    own = [place for place in places if wanted <= said(index, entries[place])]
    return [place for place in own if not isinstance(entries[place], Claim)]  # which is not the pack's own


def _with(sentence: Spoken, word: str, other: str) -> Spoken:
    """Return a sentence with the key of another word in the place of one."""
    clauses = (frozenset(other if key == word else key for key in clause) for clause in sentence.clauses)
    terms = {other if key == word else key: told for key, told in sentence.terms.items()}
    return replace(sentence, terms=terms, clauses=tuple(clauses))
