"""PURE: how much a question resembles the ways to ask for each entry, for packs of nothing but those.

Words, pairs of words and groups of letters are compared, and the asks vote: a ridge regression
learns from them which of those tell one entry from the others (kernel ridge, one solve).
"""

from __future__ import annotations

import math
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from bot.answering.lexicon import FUNCTION_WORDS
from bot.answering.table import Table
from bot.answering.text import normalise, split, stem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.answering.semantic import Meanings

Doubles: TypeAlias = NDArray[np.float64]

_FUNCTION, _PAIR = 0.4, 0.5
"""What a word that tells nothing and a pair of neighbours count beside a telling word, which counts 1."""
_LETTERS: Final = (2, 3, 4)
"""Lengths of the groups of letters."""
_RIDGE, _RIDGE_BY_MEANING = 0.3, 0.1
"""How much the vote is held back. This and what follows is chosen on the validation questions of two public
sets (docs/benchmarks.md)."""
_VOTE, _VOTE_BY_MEANING = 0.5, 0.8
"""The part of a score that is the vote; the rest is nearness."""
_MEANING_IN_VOTE, _MEANING_IN_NEARNESS = 0.9, 0.8
"""The part of either that is meaning, where there is an encoder; the rest is words and letters."""
_SHARPNESS: Final = 3.0
"""How fast a vote fades with distance in meaning: exp(3 (cosine - 1)), a Gaussian of the distance."""


class Resemblance:
    """The asks of a pack's entries, compared with a question. Built once, then only read."""

    def __init__(self, asks: Sequence[str], spans: Sequence[range], meanings: Meanings | None = None) -> None:
        """Take the asks and the places of each entry's; ``meanings`` where there is an encoder."""
        self._spans = spans
        self._offsets = np.array([span.start for span in spans], dtype=np.intp)
        rows = [split(normalise(ask))[1] for ask in asks]
        self._tables = (Table([_words(row) for row in rows]), Table([_letters(row) for row in rows]))
        self._meanings = meanings
        self._alike = sum((table.gram() for table in self._tables), np.zeros((len(asks), len(asks)))) / 2
        likeness, ridge, self._vote = self._alike, _RIDGE, _VOTE
        if meanings is not None:
            near = meanings.gram().astype(np.float64)
            likeness, ridge, self._vote = _in_vote(near, self._alike), _RIDGE_BY_MEANING, _VOTE_BY_MEANING
            self._alike = _in_nearness(near, self._alike)
        inner = np.add.reduceat(np.add.reduceat(self._alike, self._offsets, axis=0), self._offsets, axis=1)
        self._lengths = np.sqrt(np.diagonal(inner)).clip(1e-9)
        self._own = np.repeat(np.arange(len(spans)), [len(span) for span in spans])
        self._inverse = np.linalg.inv(likeness + ridge * np.eye(len(asks)))
        wanted = np.eye(len(spans))[self._own]
        self._votes: Doubles = self._inverse @ (wanted - wanted.mean(axis=0))

    @property
    def by_meaning(self) -> bool:
        """Whether an encoder takes part."""
        return self._meanings is not None

    def of(self, written: str, text: str) -> Doubles:
        """Return how much a question, as written and with typos put right, resembles each entry, 0..1."""
        words = split(normalise(text))[1]
        cosines = sum(
            (
                table.cosines(row)
                for table, row in zip(self._tables, (_words(words), _letters(words)), strict=True)
            ),
            np.zeros(len(self._own)),
        )
        cosines /= 2
        if self._meanings is None:
            return self._score(cosines[None, :], cosines[None, :] @ self._votes)[0]
        near = self._meanings.cosines(written, text).astype(np.float64)
        votes = _in_vote(near, cosines)[None, :] @ self._votes
        return self._score(_in_nearness(near, cosines)[None, :], votes)[0]

    def without_own(self) -> Doubles:
        """Return for each ask the best score of any other entry, were its own entry not in the pack.

        It imitates a question that the pack does not cover. The vote without an entry's asks follows
        from the vote with them (the block form of leave-one-out for ridge regression).
        """
        scores = self._score(self._alike, self._left_out(self._spans))
        scores[np.arange(len(self._own)), self._own] = -np.inf
        return scores.max(axis=1)

    def _score(self, cosines: Doubles, votes: Doubles) -> Doubles:
        """Return scores, 0..1, from cosines with every ask and the votes for every entry."""
        nearest = np.maximum.reduceat(cosines, self._offsets, axis=1)
        centroid = np.add.reduceat(cosines, self._offsets, axis=1) / self._lengths
        near = (nearest + centroid) / 2
        return ((1 - self._vote) * near + self._vote * votes).clip(0, 1)

    def _left_out(self, blocks: Sequence[range]) -> Doubles:
        """Return the votes on each ask by the asks outside its block."""
        wanted = np.eye(len(self._spans))[self._own]
        wanted -= wanted.mean(axis=0)
        found = np.empty_like(wanted)
        for block in blocks:
            rows = slice(block.start, block.stop)
            found[rows] = wanted[rows] - np.linalg.solve(self._inverse[rows, rows], self._votes[rows])
        return found


def _in_vote(meaning: Doubles, words: Doubles) -> Doubles:
    """Return how much asks count for one another in the vote, from their cosines by meaning and by words."""
    return _MEANING_IN_VOTE * np.exp(_SHARPNESS * (meaning - 1)) + (1 - _MEANING_IN_VOTE) * words


def _in_nearness(meaning: Doubles, words: Doubles) -> Doubles:
    """Return how near texts are, from their cosines by meaning and by words."""
    return _MEANING_IN_NEARNESS * meaning + (1 - _MEANING_IN_NEARNESS) * words


def _words(words: Sequence[str]) -> dict[str, float]:
    """Return the stems of a text and the pairs of neighbours, weighted."""
    stems = [stem(word) for word in words]
    found = dict.fromkeys(map(" ".join, pairwise(["", *stems, ""])), _PAIR)
    for word, key in zip(words, stems, strict=True):
        found[key] = max(found.get(key, 0.0), _FUNCTION if word in FUNCTION_WORDS else 1.0)
    return found


def _letters(words: Sequence[str]) -> dict[str, float]:
    """Return the groups of letters inside the words of a text, weighted; many of one count little more."""
    counts = Counter(group for word in words for group in _groups(f" {word} "))
    return {group: 1 + math.log(count) for group, count in counts.items()}


def _groups(word: str) -> Iterator[str]:
    """Yield the groups of neighbouring letters of a word."""
    for length in _LETTERS:
        for start in range(len(word) - length + 1):
            yield word[start : start + length]
