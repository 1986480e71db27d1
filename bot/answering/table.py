"""PURE: a few thousand rows of weighted terms of length 1: their cosines with a text and with each other."""

from __future__ import annotations

import math
from itertools import chain
from typing import TYPE_CHECKING, Final

import numpy as np

from bot.answering.columns import Holders
from bot.answering.postings import Rarity

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

_COMMON: Final = 24
"""Rows from which on a term's part of the cosines is computed for all rows at once."""
_AT_ONCE: Final = 1024
"""Common terms computed at once, so that memory is bounded."""


class Table:
    """Rows of terms; weights are frequency times rarity among the rows. Kept term by term."""

    def __init__(self, rows: Sequence[Mapping[str, float]]) -> None:
        """Take each row's terms with their frequencies."""
        self._size = len(rows)
        self._rarity = Rarity(Holders(rows))
        weighed = [self._rarity.weigh(row) for row in rows]
        lengths = [math.sqrt(sum(weight * weight for weight in row.values())) or 1.0 for row in weighed]
        distinct = {term: number for number, term in enumerate(dict.fromkeys(chain.from_iterable(rows)))}
        terms = np.array([distinct[term] for row in weighed for term in row], dtype=np.intp)
        numbers = np.repeat(np.arange(self._size), [len(row) for row in weighed])
        scaled = (
            weight / length for row, length in zip(weighed, lengths, strict=True) for weight in row.values()
        )
        weights = np.fromiter(scaled, dtype=np.float64, count=len(terms))
        order = np.argsort(terms, kind="stable")
        self._terms = distinct
        self._rows, self._weights = numbers[order], weights[order]
        self._starts = np.searchsorted(terms[order], np.arange(len(distinct) + 1))

    def cosines(self, query: Mapping[str, float]) -> NDArray[np.float64]:
        """Return the cosine of a text with every row; terms that no row has count in the text's length."""
        weighed = self._rarity.weigh(query)
        length = math.sqrt(sum(weight * weight for weight in weighed.values())) or 1.0
        found = np.zeros(self._size)
        for term, weight in weighed.items():
            number = self._terms.get(term)
            if number is not None:
                span = slice(self._starts[number], self._starts[number + 1])
                found[self._rows[span]] += self._weights[span] * (weight / length)
        return found

    def gram(self) -> NDArray[np.float64]:
        """Return the cosine of every row with every row."""
        size = self._size
        found = np.zeros(size * size)
        counts = np.diff(self._starts)
        for count in range(1, _COMMON):
            starts = self._starts[:-1][counts == count]
            places = starts[:, None] + np.arange(count)
            rows, weights = self._rows[places], self._weights[places]
            cells = rows[:, :, None] * size + rows[:, None, :]
            parts = weights[:, :, None] * weights[:, None, :]
            found += np.bincount(cells.ravel(), parts.ravel(), minlength=size * size)
        square = found.reshape(size, size)
        common = np.flatnonzero(counts >= _COMMON)
        for first in range(0, len(common), _AT_ONCE):
            some = self._dense(common[first : first + _AT_ONCE])
            square += some @ some.T
        return square

    def _dense(self, terms: NDArray[np.intp]) -> NDArray[np.float64]:
        """Return some terms' weights in every row."""
        found = np.zeros((self._size, len(terms)))
        for column, term in enumerate(terms):
            span = slice(self._starts[term], self._starts[term + 1])
            found[self._rows[span], column] = self._weights[span]
        return found
