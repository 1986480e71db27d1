"""PURE: cosine similarity of one text to many rows, through an inverted index of weighted terms."""

from __future__ import annotations

import math
from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Scores: TypeAlias = NDArray[np.float32]


class Rarity:
    """How telling a term is: ``1 + ln((1 + N) / (1 + n))`` with n of N documents holding it.

    The smoothed inverse document frequency; an unknown term counts as held by none.
    """

    def __init__(self, documents: Sequence[Iterable[str]]) -> None:
        """Count the documents that hold each term; each document names a term once."""
        counts = Counter(chain.from_iterable(documents))
        total = len(documents)
        self._rarity = {term: 1 + math.log((1 + total) / (1 + count)) for term, count in counts.items()}
        self._unknown = 1 + math.log(1 + total)

    def of(self, term: str) -> float:
        """Return the rarity of a term, at least 1."""
        return self._rarity.get(term, self._unknown)

    def weigh(self, frequencies: Mapping[str, float]) -> dict[str, float]:
        """Return frequency times rarity for each term."""
        return {term: frequency * self.of(term) for term, frequency in frequencies.items()}


class Postings:
    """Rows of weighted terms, normalised to length 1, held term by term in flat arrays."""

    def __init__(self, rows: Sequence[Mapping[str, float]], rarity: Rarity) -> None:
        """Take each row's term frequencies; weights are frequency times rarity."""
        self.rows = len(rows)
        self._rarity = rarity
        distinct = dict.fromkeys(chain.from_iterable(rows))
        self._terms = {term: number for number, term in enumerate(distinct)}
        term_numbers = np.fromiter(map(self._terms.__getitem__, chain.from_iterable(rows)), dtype=np.intp)
        frequencies = np.fromiter(chain.from_iterable(row.values() for row in rows), dtype=np.float32)
        row_numbers = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
        rarities = np.fromiter(map(rarity.of, self._terms), dtype=np.float32, count=len(self._terms))
        weights = frequencies * rarities[term_numbers]
        norms = np.sqrt(np.bincount(row_numbers, weights * weights, minlength=len(rows)))
        norms[norms == 0] = 1
        order = np.argsort(term_numbers, kind="stable")
        self._row_numbers = row_numbers[order]
        self._weights = (weights / norms[row_numbers]).astype(np.float32)[order]
        starts = np.searchsorted(term_numbers[order], np.arange(len(self._terms) + 1))
        self._starts: list[int] = starts.tolist()

    def cosines(self, query: Mapping[str, float]) -> Scores:
        """Return the cosine of the query with every row, 0..1.

        A term that no row has still counts in the query's length: what the rows can't
        explain lowers every score.
        """
        scores = np.zeros(self.rows, dtype=np.float32)
        weighted = self._rarity.weigh(query)
        norm = math.sqrt(sum(weight * weight for weight in weighted.values())) or 1.0
        for term, weight in weighted.items():
            number = self._terms.get(term)
            if number is not None:
                span = slice(self._starts[number], self._starts[number + 1])
                scores[self._row_numbers[span]] += self._weights[span] * np.float32(weight / norm)
        return scores
