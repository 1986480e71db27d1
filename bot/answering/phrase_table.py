"""PURE: the weighted terms of phrases in their order, to compare a question with those of some entries."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from bot.answering.columns import ranges

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.answering.columns import Mask, Positions
    from bot.answering.postings import Rarity, Rows, Scores

_AT_ONCE: Final = 65_536
"""Phrases of which the lengths are worked out at once, so that memory is bounded."""


class PhraseTable:
    """Phrases as rows of terms, those of each entry together, in flat arrays."""

    def __init__(self, rows: Rows, offsets: Sequence[int], rarity: Rarity) -> None:
        """Take phrases, where those of each entry begin, and how telling each term is.

        Every entry has a phrase.
        """
        self._codes = rows.codes
        self._keys = list(rows.codes)
        self._named = frozenset(code for term, code in rows.codes.items() if term[0] == "@")
        self._rarity = rarity
        self._rarities = np.fromiter(map(rarity.of, rows.codes), np.float32, len(rows.codes))
        self._terms = np.array(rows.terms, dtype=np.int32)
        frequencies = np.asarray(rows.frequencies)
        self._levels = _distinct(frequencies)
        self._level = np.empty(len(frequencies), dtype=np.min_scalar_type(len(self._levels)))
        for first in range(0, len(frequencies), _AT_ONCE):
            span = slice(first, first + _AT_ONCE)
            self._level[span] = np.searchsorted(self._levels, frequencies[span])
        self._starts = np.concatenate(([0], np.cumsum(rows.lengths, dtype=np.int64)))
        self._offsets = np.array(offsets, dtype=np.int64)
        self._lengths = self._measured()

    def _measured(self) -> NDArray[np.float32]:
        """Return the length of each phrase as a vector; 1 for one without terms."""
        found = np.ones(len(self._starts) - 1, dtype=np.float32)
        for first in range(0, len(found), _AT_ONCE):
            starts = self._starts[first : first + _AT_ONCE + 1]
            span = slice(int(starts[0]), int(starts[-1]))
            weights = self._levels[self._level[span]] * self._rarities[self._terms[span]]
            lengths = np.sqrt(_sums(weights * weights, starts - starts[0]))
            found[first : first + len(lengths)] = np.where(lengths > 0, lengths, 1)
        return found

    def keyed(self, position: int, least: float) -> tuple[str, ...]:
        """Return the different phrases of one entry, of each the terms that count more than ``least``."""
        first, last = int(self._offsets[position]), int(self._offsets[position + 1])
        starts: list[int] = self._starts[first : last + 1].tolist()
        span = slice(starts[0], starts[-1])
        tells: list[bool] = (self._levels > np.float32(least)).tolist()
        terms: list[int] = self._terms[span].tolist()
        levels: list[int] = self._level[span].tolist()
        names, named = self._keys, self._named
        keys = [
            names[term] if tells[level] and term not in named else ""
            for term, level in zip(terms, levels, strict=True)
        ]
        begin = starts[0]
        found = (" ".join(filter(None, keys[start - begin : end - begin])) for start, end in pairwise(starts))
        return tuple(dict.fromkeys(found))

    def cosines(self, query: Mapping[str, float], at: Positions) -> Compared:
        """Return the cosine of a query with every phrase of the entries ``at``; 0..1.

        A term that no phrase has still counts in the query's length.
        """
        weighted = self._rarity.weigh(query)
        norm = math.sqrt(sum([weight * weight for weight in weighted.values()])) or 1.0
        worth = np.zeros(len(self._keys), dtype=np.float32)
        for term, weight in weighted.items():
            code = self._codes.get(term)
            if code is not None:
                worth[code] = weight / norm * self._rarities[code]
        phrases, firsts = _following(self._offsets, at)
        places, starts = _following(self._starts, phrases)
        products = worth[self._terms[places]] * self._levels[self._level[places]]
        sums = _sums(products, np.append(starts, len(places)))
        return Compared(at, phrases, firsts, sums / self._lengths[phrases])


def _distinct(values: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the different values, of which there are few, in order."""
    found: set[float] = set()
    for first in range(0, len(values), _AT_ONCE):
        rest = values[first : first + _AT_ONCE]
        while len(rest):  # faster than sorting
            found.add(float(rest[0]))
            rest = rest[rest != rest[0]]
    return np.array(sorted(found), dtype=np.float32)


class Compared:
    """The cosines of a query with the phrases of some entries, in the order of the index."""

    def __init__(self, at: Positions, phrases: Positions, firsts: Positions, scores: Scores) -> None:
        """Take entries, the numbers of their phrases, where those of each begin, and the cosines."""
        self._at = at
        self._phrases = phrases
        self._firsts = firsts
        self._scores = scores

    def most(self, entries: int, counting: Mask | None = None) -> Scores:
        """Return the greatest cosine of each of all ``entries``, 0 where it was not compared.

        Where ``counting`` is given, by the number of a phrase, those of other phrases are taken as 0.
        """
        found = np.zeros(entries)
        if len(self._at):
            scores = self._scores if counting is None else self._scores * counting[self._phrases]
            found[self._at] = np.maximum.reduceat(scores, self._firsts)
        return found


def _following(starts: NDArray[np.int64], at: Positions) -> tuple[Positions, Positions]:
    """Return the places from the starts numbered ``at`` to their next ones, and where each range begins."""
    begins = starts[at]
    return ranges(begins, starts[at + 1] - begins)


def _sums(values: NDArray[np.floating], starts: NDArray[np.int64]) -> Scores:
    """Return the sum of each range of values, where the last start is the end; 0 of an empty range."""
    if len(starts) == 1:
        return np.zeros(0)
    sums = np.add.reduceat(np.append(values, values.dtype.type(0)), starts[:-1])
    return np.where(starts[:-1] == starts[1:], 0, sums).astype(np.float64)  # of an empty one: what is there
