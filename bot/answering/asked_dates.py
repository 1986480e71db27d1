"""PURE: the dates with which the asks of an entry ask for it, though its own sentences have others.

"When was the follow-up to the dialogue of March 2023?" asks for what was in 2024. Its author says so, and a
question that is much like it and has the same dates is no question about another time.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, TypeAlias

from bot.answering.counts import aggregate
from bot.answering.dates.mentions import may_mention, mentions
from bot.answering.lexicon import MONTHS
from bot.answering.text import normalise, split
from bot.knowledge.model import Figure

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.answering.dates.mentions import Mention, Side
    from bot.answering.reader import Reader
    from bot.answering.reading import Reading, Term
    from bot.knowledge.model import Entry
    from bot.knowledge.periods import Period

ALIKE: Final = 0.35
"""Share of the telling words of a question and an ask together that both must have. From the tune questions:
of the entries let in, 6 in 7 answer; at 0.25 it was 3 in 5."""
_KEPT: Final = 4_096
"""Asks of which the dates are kept once they were read."""

_YEAR: Final = re.compile(r"\d{4}")
_LETTERS: Final = re.compile(r"[a-z]+")
_OF_NUMBERS: Final = re.compile(r"\d[-/.]\d")
_Dates: TypeAlias = frozenset[tuple[tuple["Period", ...], "Side | None"]]


class AskedDates:
    """The dates of the asks of entries, read when a question has the like."""

    def __init__(self, entries: Sequence[Entry], reader: Reader) -> None:
        """Take the entries in the order of the index, and what reads their asks."""
        self._entries = entries
        self._reader = reader
        self._dating = lru_cache(_KEPT)(self._with_dates)
        self._dated = lru_cache(_KEPT)(_read)
        self._words = lru_cache(_KEPT)(self._telling)

    def match(self, position: int, reading: Reading) -> bool:
        """Whether an ask of an entry has the dates of a question and much of its words.

        A count of a whole period speaks for that period only, however it is asked for.
        """
        signs, dates = _signs(reading.text) | _months(reading), _dates(reading.periods)
        likely = [text for own, text in self._dating(position) if signs <= own]  # spares reading the rest
        same = [text for text in likely if self._dated(text) == dates]
        own = _keys(reading.terms) if same else frozenset[str]()
        return any(_alike(own, self._words(text)) >= ALIKE for text in same)

    def read(self, position: int) -> None:
        """Read the dates in the asks of an entry now, so that no question waits for it."""
        for _, text in self._dating(position):
            self._dated(text)

    def _with_dates(self, position: int) -> tuple[tuple[frozenset[str | int], str], ...]:
        """Return the asks of an entry that may have a date, each after the years and months in it."""
        entry = self._entries[position]
        if isinstance(entry, Figure) and aggregate(entry):
            return ()
        words = ((text, split(normalise(text))[1]) for text in entry.asks)
        return tuple((_all_signs(text, found), text) for text, found in words if may_mention(found))

    def _telling(self, text: str) -> frozenset[str]:
        """Return the keys of the telling words of an ask."""
        return _keys(self._reader.study(text).terms)


def _read(text: str) -> _Dates:
    """Return the dates of an ask."""
    return _dates(mentions(normalise(text)))


def _signs(text: str) -> frozenset[str | int]:
    """Return what looks like a year in a text."""
    return frozenset(_YEAR.findall(text))


def _months(reading: Reading) -> frozenset[str | int]:
    """Return the months, as numbers, that the dates of a question name."""
    words = " ".join(reading.words_of(mention) for mention in reading.periods)
    return frozenset(MONTHS[word] for word in _LETTERS.findall(words) if word in MONTHS)


def _all_signs(text: str, words: Iterable[str]) -> frozenset[str | int]:
    """Return what may be a year or a month in an ask, given its words: any may be in a date of numbers."""
    named = (MONTHS[word] for word in words if word in MONTHS)
    return _once(_signs(text) | frozenset(MONTHS.values() if _OF_NUMBERS.search(text) else named))


@lru_cache(maxsize=1_024)
def _once(signs: frozenset[str | int]) -> frozenset[str | int]:
    """Return the first of equal sets: most asks have the same few years and months."""
    return signs


def _dates(spans: Iterable[Mention]) -> _Dates:
    """Return what dates mean, wherever they stand."""
    return frozenset((span.alternatives, span.side) for span in spans)


def _keys(terms: Iterable[Term]) -> frozenset[str]:
    """Return the keys of telling words."""
    return frozenset(term.key for term in terms if term.role != "function")


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the Jaccard index of two sets, 0..1."""
    return len(one & other) / max(1, len(one | other))
