"""PURE: cosine similarity of one text to many rows, through an inverted index of weighted terms."""

from __future__ import annotations

import math
from array import array
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from bot.answering.columns import in_order, ranges

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bot.answering.columns import Holders, Mask, Positions

Scores: TypeAlias = NDArray[np.float64]

_MANY: Final = 4_000
"""Scores from which the best are looked for among those that a sample shows to be high."""
_EACH: Final = 17
"""One score in so many is looked at for that: a prime, as packs have rows of ten, twelve or twenty."""


class Weighted(NamedTuple):
    """The weighted terms of texts, text after text, by the numbers of the terms."""

    terms: NDArray[np.int32]
    weights: NDArray[np.float32]
    starts: NDArray[np.intp]
    """Where the terms of each text begin, and where the last ones end."""

    def of(self, text: int, names: Sequence[str]) -> dict[str, float]:
        """Return the weighted terms of one text, given the name of each term."""
        own = slice(self.starts[text], self.starts[text + 1])
        named = map(names.__getitem__, self.terms[own].tolist())
        return dict(zip(named, self.weights[own].tolist(), strict=True))


def weighted(
    texts: Positions, terms: NDArray[np.int32], weights: NDArray[np.float32], sizes: tuple[int, int]
) -> Weighted:
    """Return terms by the numbers of their texts, each once with the greatest of its weights there.

    ``sizes`` are how many texts and how many terms there are.
    """
    order = in_order(terms, sizes[1])
    order = order[in_order(texts[order], sizes[0])]
    texts, terms, weights = texts[order], terms[order], weights[order]
    firsts = np.flatnonzero(_new(texts, terms))
    weights = np.maximum.reduceat(weights, firsts) if len(firsts) else weights
    counts = np.bincount(texts[firsts], minlength=sizes[0])
    return Weighted(terms[firsts], weights, np.concatenate(([0], np.cumsum(counts))))


def _new(groups: NDArray[np.integer], terms: NDArray[np.integer]) -> Mask:
    """Return where a term of a group stands for the first time, given both in order."""
    return (np.diff(terms, prepend=-1) != 0) | (np.diff(groups, prepend=-1) != 0)


MOST_POSTINGS: Final = 400_000
"""Places in which the terms of one question are looked up, the rarest terms first; the commonest terms
of a very large pack, which tell next to nothing, are left out beyond that."""


_STEPS: Final = 4
"""Sizes of a pack, as far as rarity goes, from one to twice as many."""


class Rarity:
    """How telling a term is: ``1 + ln(M / (1 + n))`` with n documents holding it.

    The smoothed inverse document frequency; an unknown term counts as held by none. M is one more than the
    number of documents, rounded up to a quarter of an octave: one more that has none of a question's
    words must not change what it is answered.
    """

    def __init__(self, documents: Holders[str]) -> None:
        """Take the documents by the terms that they hold."""
        total = 2 ** (math.ceil(_STEPS * math.log2(1 + documents.entries)) / _STEPS)
        counted = documents.counts().items()
        self._rarity = {term: 1 + math.log(total / (1 + count)) for term, count in counted}
        self.rarest = 1 + math.log(total)
        """How telling a term is that no document holds."""

    def of(self, term: str) -> float:
        """Return the rarity of a term, at least 1."""
        return self._rarity.get(term, self.rarest)

    def weigh(self, frequencies: Mapping[str, float]) -> dict[str, float]:
        """Return frequency times rarity for each term."""
        known, unknown = self._rarity.get, self.rarest
        return {term: frequency * known(term, unknown) for term, frequency in frequencies.items()}


class Rows:
    """The terms of texts with their frequencies, in flat arrays: they grow to millions."""

    def __init__(self, codes: dict[str, int]) -> None:
        """Begin without any; ``codes`` has the numbers of the terms."""
        self.codes = codes
        self.terms = array("i")
        self.frequencies = array("f")
        self.lengths = array("i")

    def extend(self, told: Weighted, texts: Positions | None = None) -> None:
        """Add texts, or some of them by their numbers."""
        starts, lengths = told.starts[:-1], np.diff(told.starts)
        terms, weights = told.terms, told.weights
        if texts is not None:
            lengths = lengths[texts]
            places, _ = ranges(starts[texts], lengths)
            terms, weights = terms[places], weights[places]
        self.terms.frombytes(terms.tobytes())
        self.frequencies.frombytes(weights.tobytes())
        self.lengths.frombytes(lengths.astype(np.int32).tobytes())


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
        order = in_order(terms, len(rows.codes))
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


def _upper(scores: Scores, most: int) -> Positions:
    """Return where scores above 0 are that can be among the best; choosing among very many is slow."""
    sample = np.sort(scores[::_EACH])
    for times in (2, 4, 8):
        place = len(sample) - times * (most // _EACH + 1)
        least = sample[place] if place > 0 else 0
        if least > 0 and np.count_nonzero(scores >= least) >= most:
            above = np.flatnonzero(scores > least)
            if len(above) < most:  # of very many that score just that much, the first
                equal = np.flatnonzero(scores == least)
                above = np.sort(np.concatenate((above, equal[: most - len(above)])))
            return above
    return np.flatnonzero(scores > 0)


def best(scores: Scores, most: int) -> Positions:
    """Return where scores are above 0, the highest first and the earlier of equals; at most ``most``."""
    found = _upper(scores, most) if len(scores) > _MANY else np.flatnonzero(scores > 0)
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
    order = in_order(terms, distinct)
    order = order[in_order(groups[order], int(groups.max(initial=0)) + 1)]
    terms, groups = terms[order], groups[order]
    new = _new(groups, terms)
    which = np.empty(len(order), dtype=np.intp)
    which[order] = np.cumsum(new) - 1
    sums = np.bincount(which, weights).astype(np.float32)
    return terms[new], groups[new], sums


def _normal(rows: NDArray[np.int32], weights: NDArray[np.float32], count: int) -> NDArray[np.float32]:
    """Return weights divided by the length of their row."""
    norms = np.sqrt(np.bincount(rows, weights * weights, minlength=count))
    norms[norms == 0] = 1
    return (weights / norms[rows]).astype(np.float32)
