"""PURE: cosine similarity of one text to many rows, through an inverted index of weighted terms."""

from __future__ import annotations

import math
from array import array
from typing import TYPE_CHECKING, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bot.answering.columns import Holders, Mask, Positions

Scores: TypeAlias = NDArray[np.float64]

_MANY: Final = 4_000
"""Scores from which the best are looked for among those that a sample shows to be high."""
_EACH: Final = 16
"""One score in so many is looked at for that."""
MOST_POSTINGS: Final = 400_000
"""Places in which the terms of one question are looked up, the rarest terms first; the commonest terms
of a very large pack, which tell next to nothing, are left out beyond that."""


class Rarity:
    """How telling a term is: ``1 + ln((1 + N) / (1 + n))`` with n of N documents holding it.

    The smoothed inverse document frequency; an unknown term counts as held by none.
    """

    def __init__(self, documents: Holders[str]) -> None:
        """Take the documents by the terms that they hold."""
        total = documents.entries
        counted = documents.counts().items()
        self._rarity = {term: 1 + math.log((1 + total) / (1 + count)) for term, count in counted}
        self._unknown = 1 + math.log(1 + total)

    def of(self, term: str) -> float:
        """Return the rarity of a term, at least 1."""
        return self._rarity.get(term, self._unknown)

    def weigh(self, frequencies: Mapping[str, float]) -> dict[str, float]:
        """Return frequency times rarity for each term."""
        known, unknown = self._rarity.get, self._unknown
        return {term: frequency * known(term, unknown) for term, frequency in frequencies.items()}


class Rows:
    """The terms of texts with their frequencies, in flat arrays: they grow to millions."""

    def __init__(self) -> None:
        """Begin without any."""
        self.codes: dict[str, int] = {}
        self.terms = array("i")
        self.frequencies = array("f")
        self.lengths = array("i")

    def add(self, row: Mapping[str, float]) -> None:
        """Add one text."""
        codes = self.codes
        self.terms.extend([codes.setdefault(term, len(codes)) for term in row])
        self.frequencies.extend(row.values())
        self.lengths.append(len(row))


class Postings:
    """Texts and, for each group of neighbouring texts, all of them together, as weighted terms.

    Each is normalised to length 1, and all are held term by term in flat arrays: first the
    texts, then the groups.
    """

    def __init__(self, rows: Rows, groups: Iterable[int], rarity: Rarity) -> None:
        """Take term frequencies, how many texts each group has, and what a term weighs."""
        self._rarity = rarity
        self._codes = rows.codes
        terms, texts, weights = _single(rows, rarity)
        self.texts = len(rows.lengths)
        sizes = np.fromiter(groups, dtype=np.intp)
        self.groups = len(sizes)
        group_of = np.repeat(np.arange(self.groups, dtype=np.int32), sizes)
        whole, wholes, sums = _summed(terms, group_of[texts], weights, len(rows.codes))
        weights = np.concatenate((_normal(texts, weights, self.texts), _normal(wholes, sums, self.groups)))
        terms = np.concatenate((terms, whole))
        order = np.argsort(terms, kind="stable")
        self._rows = np.concatenate((texts, wholes + np.int32(self.texts)))[order]
        self._weights = weights[order]
        ends = np.cumsum(np.bincount(terms, minlength=len(rows.codes)))
        self._starts: list[int] = [0, *ends.tolist()]

    def cosines(self, query: Mapping[str, float]) -> tuple[Scores, Scores]:
        """Return the cosine of the query with every text, and with every group; 0..1.

        A term that no text has still counts in the query's length: what the texts can't
        explain lowers every score.
        """
        weighted = self._rarity.weigh(query)
        norm = math.sqrt(sum([weight * weight for weight in weighted.values()])) or 1.0
        spans = self._spans(weighted)
        if not spans:
            return np.zeros(self.texts), np.zeros(self.groups)
        rows = np.concatenate([self._rows[start:end] for start, end, _ in spans])
        parts = [self._weights[start:end] * np.float32(weight / norm) for start, end, weight in spans]
        summed = np.bincount(rows, np.concatenate(parts), minlength=self.texts + self.groups)
        scores = summed.astype(np.float64, copy=False)  # typed as counts, but with weights it is sums
        return scores[: self.texts], scores[self.texts :]

    def _spans(self, weighted: Mapping[str, float]) -> list[tuple[int, int, float]]:
        """Return where the postings of the terms are, with their weights; at most ``MOST_POSTINGS``."""
        starts, codes = self._starts, self._codes
        known = [(codes[term], weight) for term, weight in weighted.items() if term in codes]
        return within([(starts[code], starts[code + 1], weight) for code, weight in known], MOST_POSTINGS)


def within(spans: list[tuple[int, int, float]], most: int) -> list[tuple[int, int, float]]:
    """Return spans of postings, of more than ``most`` places only the shortest; at least one."""
    if sum([end - start for start, end, _ in spans]) <= most:
        return spans
    spans.sort(key=lambda span: span[1] - span[0])
    places = np.cumsum([end - start for start, end, _ in spans])
    return spans[: max(1, int(np.searchsorted(places, most, side="right")))]


class Groups:
    """Neighbouring texts in groups, of which the greatest score is sought."""

    def __init__(self, offsets: Sequence[int]) -> None:
        """Take where each group begins, and where the last one ends; no group is empty."""
        ends = np.array(offsets, dtype=np.intp)
        self._starts = ends[:-1]

    def most(self, scores: Scores, counting: Mask | None = None) -> Scores:
        """Return the greatest score of each group.

        Where ``counting`` is given, the scores of other texts are taken as 0.
        """
        return np.maximum.reduceat(scores if counting is None else scores * counting, self._starts)


def _upper(scores: Scores, found: Positions, most: int) -> Positions:
    """Return those of some places that can be among the best; choosing among very many scores is slow."""
    values = scores[found]
    sample = np.sort(values[::_EACH])
    for times in (2, 4, 8):
        place = len(sample) - times * (most // _EACH + 1)
        if place > 0:
            above = values >= sample[place]
            if np.count_nonzero(above) >= most:
                return found[above]
    return found


def best(scores: Scores, most: int) -> Positions:
    """Return where scores are above 0, the highest first and the earlier of equals; at most ``most``."""
    found = np.flatnonzero(scores > 0)
    if len(found) > _MANY:
        found = _upper(scores, found, most)
    if len(found) > most:
        least = np.partition(scores[found], len(found) - most)[len(found) - most]
        found = found[scores[found] >= least]
    return found[np.argsort(-scores[found], kind="stable")][:most]


def _single(rows: Rows, rarity: Rarity) -> tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.float32]]:
    """Return each term of each text with its text and its weight."""
    terms = np.array(rows.terms, dtype=np.int32)
    texts = np.repeat(np.arange(len(rows.lengths), dtype=np.int32), rows.lengths)
    rarities = np.fromiter(map(rarity.of, rows.codes), dtype=np.float32, count=len(rows.codes))
    return terms, texts, np.array(rows.frequencies, dtype=np.float32) * rarities[terms]


def _summed(
    terms: NDArray[np.int32], groups: NDArray[np.int32], weights: NDArray[np.float32], distinct: int
) -> tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.float32]]:
    """Return each term of each group with its group and the sum of its weights."""
    pairs, which = np.unique(groups.astype(np.int64) * max(distinct, 1) + terms, return_inverse=True)
    sums = np.bincount(which, weights, minlength=len(pairs)).astype(np.float32)
    holders, found = np.divmod(pairs, max(distinct, 1))
    return found.astype(np.int32), holders.astype(np.int32), sums


def _normal(rows: NDArray[np.int32], weights: NDArray[np.float32], count: int) -> NDArray[np.float32]:
    """Return weights divided by the length of their row."""
    norms = np.sqrt(np.bincount(rows, weights * weights, minlength=count))
    norms[norms == 0] = 1
    return (weights / norms[rows]).astype(np.float32)
