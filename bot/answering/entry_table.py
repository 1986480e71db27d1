"""PURE: the weighted terms of very many entries, to compare a question with each of them at once."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from bot.answering.postings import MOST_POSTINGS, within

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.answering.postings import Rarity, Rows, Scores


class _Cells(NamedTuple):
    """Weights of terms in entries: one array for the terms, one for who holds each, one for its weight."""

    terms: NDArray[np.int32]
    holders: NDArray[np.int32]
    weights: NDArray[np.float32]


_AT_ONCE: Final = 4_096
"""Entries of which the terms are summed at once: sorting many small parts is faster than one large one."""
_COMMON: Final = 4
"""A term that more than one entry in so many has is kept as a column with a weight for every entry."""


class EntryTable:
    """For each entry the sum of its phrases, as a vector of length 1; kept term by term."""

    def __init__(self, rows: Rows, offsets: Sequence[int], rarity: Rarity) -> None:
        """Take phrases, where those of each entry begin and the last ones end, and how telling a term is."""
        self._rarity = rarity
        self._codes = rows.codes
        self.entries = len(offsets) - 1
        terms, holders, weights = self._summed(rows, np.array(offsets, dtype=np.int64))
        order = np.argsort(terms, kind="stable")
        self._holders, self._weights = holders[order], weights[order]
        ends = np.cumsum(np.bincount(terms, minlength=len(rows.codes)))
        self._starts: list[int] = [0, *ends.tolist()]
        self._columns: dict[int, NDArray[np.float32]] = {}
        for code in np.flatnonzero(np.diff(self._starts) > self.entries // _COMMON).tolist():
            self._columns[code] = column = np.zeros(self.entries, dtype=np.float32)
            span = slice(self._starts[code], self._starts[code + 1])
            column[self._holders[span]] = self._weights[span]

    def cosines(self, query: Mapping[str, float]) -> Scores:
        """Return the cosine of a query with every entry; 0..1.

        A term that no entry has still counts in the query's length. The commonest of very many terms
        are left out beyond ``MOST_POSTINGS`` places.
        """
        weighted = self._rarity.weigh(query)
        norm = math.sqrt(sum([weight * weight for weight in weighted.values()])) or 1.0
        known = [
            (self._codes[term], weight / norm) for term, weight in weighted.items() if term in self._codes
        ]
        found = self._rare([each for each in known if each[0] not in self._columns])
        common = np.zeros(self.entries, dtype=np.float32)
        for code, weight in known:
            if code in self._columns:
                common += self._columns[code] * np.float32(weight)
        return found + common

    def _rare(self, known: list[tuple[int, float]]) -> Scores:
        """Return the part of the cosines that terms have which few entries hold."""
        starts = self._starts
        spans = within([(starts[code], starts[code + 1], weight) for code, weight in known], MOST_POSTINGS)
        if not spans:
            return np.zeros(self.entries)
        holders = np.concatenate([self._holders[start:end] for start, end, _ in spans])
        parts = [self._weights[start:end] * np.float32(weight) for start, end, weight in spans]
        summed = np.bincount(holders, np.concatenate(parts), minlength=self.entries)
        return summed.astype(np.float64, copy=False)  # typed as counts, but with weights it is sums

    def _summed(self, rows: Rows, offsets: NDArray[np.int64]) -> _Cells:
        """Return each term of each entry."""
        every, frequencies = np.asarray(rows.terms), np.asarray(rows.frequencies)
        ends = np.concatenate(([0], np.cumsum(rows.lengths, dtype=np.int64)))[offsets]
        rarities = np.fromiter(map(self._rarity.of, rows.codes), np.float32, len(rows.codes))
        parts: list[_Cells] = []
        for first in range(0, self.entries, _AT_ONCE):
            bounds = ends[first : first + _AT_ONCE + 1]
            span = slice(int(bounds[0]), int(bounds[-1]))
            owners = np.repeat(np.arange(len(bounds) - 1), np.diff(bounds))
            terms, holders, sums = _by_entry(owners, every[span], frequencies[span])
            weights = sums * rarities[terms]
            lengths = np.sqrt(np.bincount(holders, weights * weights, minlength=len(bounds) - 1))
            lengths[lengths == 0] = 1
            scaled = (weights / lengths[holders]).astype(np.float32)
            parts.append(_Cells(terms, (holders + first).astype(np.int32), scaled))
        return _Cells(*(np.concatenate(column) for column in zip(*parts, strict=True)))


def _by_entry(
    owners: NDArray[np.intp], terms: NDArray[np.int32], frequencies: NDArray[np.float32]
) -> tuple[NDArray[np.int32], NDArray[np.intp], NDArray[np.float64]]:
    """Return the different terms of each owner, whose each is, and the sum of its frequencies there."""
    pairs = owners * (int(terms.max(initial=0)) + 1) + terms
    order = np.argsort(pairs)
    ordered = pairs[order]
    new = np.flatnonzero(np.diff(ordered, prepend=-1))
    chosen = order[new]
    return terms[chosen], owners[chosen], np.add.reduceat(frequencies[order].astype(np.float64), new)
