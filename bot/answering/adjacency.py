"""PURE: which words stand side by side in phrases: "the Pakistani side", not just "Pakistani" and "side"."""

from __future__ import annotations

from functools import cached_property, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from bot.answering.columns import in_order, ranges

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bot.answering.columns import Mask, Positions

_BITS: Final = 21
"""Bits for the number of a word; beyond two million words pairs may be taken for others."""
BEGIN: Final = ""
"""What stands before the first word of a text."""
_END: Final = np.iinfo(np.int64).max
"""What is greater than any pair."""
_Number = TypeVar("_Number", int, NDArray[np.int64])


class _Asked(NamedTuple):
    """The pairs of neighbouring words of a question."""

    places: Positions
    """Where those that some phrase has stand among the pairs of all phrases, in order; then one past all."""
    total: int
    """How many different ones it has, known or not."""

    @property
    def known(self) -> bool:
        """Whether some phrase has one of them."""
        return len(self.places) > 1


class Pairs:
    """The pairs of neighbouring words of phrases, collected some phrases at once."""

    def __init__(self) -> None:
        """Start with no phrase."""
        nothing = np.zeros(0, dtype=np.int32)
        self._first, self._second, self._sizes = [nothing], [nothing], [nothing]

    def add(self, words: NDArray[np.int32], ends: Positions, texts: Positions) -> None:
        """Take in phrases by the numbers of their ``texts`` among those read.

        ``words`` are the numbers of the words of all of those side by side, with -1 at the ``ends`` of each.
        """
        begins = np.concatenate(([0], ends[:-1] + 1))[texts]
        sizes = ends[texts] - begins
        places, _ = ranges(begins, sizes)
        self._first.append(words[places - 1])  # what ends the last text stands before the first one
        self._second.append(words[places])
        self._sizes.append(sizes.astype(np.int32))

    def settled(self, offsets: Sequence[int], codes: Mapping[str, int]) -> Adjacent:
        """Return what was collected, given where the phrases of entries begin and the numbers of words."""
        first, second = np.concatenate(self._first) + 1, np.concatenate(self._second)
        sizes = np.concatenate(self._sizes)
        phrases = np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)
        order = in_order(second, len(codes))
        order = order[in_order(first[order], len(codes) + 1)]
        pairs, owners = _pair(first[order].astype(np.int64), second[order].astype(np.int64)), phrases[order]
        new = np.diff(pairs, prepend=-1) != 0
        once = new | (np.diff(owners, prepend=-1) != 0)  # in a phrase that has it twice
        held = np.empty(len(pairs), dtype=np.int32)
        held[order] = np.cumsum(new) - 1
        kept = np.empty(len(pairs), dtype=np.bool_)
        kept[order] = once
        counts = np.bincount(phrases[kept], minlength=len(sizes))
        return Adjacent(Held(pairs[new], held[kept], counts), offsets, codes)


class Held(NamedTuple):
    """The pairs that phrases have."""

    pairs: NDArray[np.int64]
    """All of them, in order."""
    held: NDArray[np.int32]
    """The places of those of each phrase among them, phrase after phrase."""
    counts: NDArray[np.intp]
    """How many each phrase has."""


class Adjacent:
    """Which words stand side by side in the phrases of which entry; an entry may have no phrase."""

    def __init__(self, held: Held, offsets: Sequence[int], codes: Mapping[str, int]) -> None:
        """Take the pairs of phrases, where those of each entry begin, and the numbers of words."""
        pairs, self._held, self._counts = held
        self._known = np.append(pairs, _END)
        self._begins = np.concatenate(([0], np.cumsum(held.counts)))
        self._times = np.bincount(held.held, minlength=len(self._known)).astype(np.int32)
        self._offsets = offsets
        self._codes = codes
        # of one question it is wanted at several steps
        self._asked = lru_cache(maxsize=4)(self._look_up)
        self.nearest_of_all = lru_cache(maxsize=4)(self._nearest_of_all)
        """How near the phrase is that is nearest to a question, given its words in order, and the greatest
        share of the pairs of the question that one phrase has; both 0..1."""

    def knows(self, word: str) -> bool:
        """Whether some phrase has a word, given as what it is compared by; what is before a text counts."""
        return word == BEGIN or word in self._codes

    def times(self, pairs: Iterable[tuple[str, str]]) -> list[int]:
        """Return how many phrases have each of some pairs of neighbouring words."""
        places, known = self._places(pairs)
        return np.where(known, self._times[places], 0).tolist()

    def _places(self, pairs: Iterable[tuple[str, str]]) -> tuple[Positions, Mask]:
        """Return where pairs stand among those known, or would, and which of them do."""
        numbers = np.array([self._number(*pair) for pair in pairs], dtype=np.int64)
        places = self._known.searchsorted(numbers)
        return places, self._known[places] == numbers

    def _number(self, first: str, second: str) -> int:
        """Return two words as one number, -1 where a word is not known."""
        number = self._codes.get
        before, after = -1 if first == BEGIN else number(first), number(second)
        return -1 if before is None or after is None else _pair(before + 1, after)

    def share(self, words: tuple[str, ...], entry: int) -> float:
        """Return the share of the pairs of a question that stand in some phrase of an entry, 0..1.

        ``words`` are those of the question in order, here as elsewhere.
        """
        asked = self._asked(words)
        own = self._held[self._begins[self._offsets[entry]] : self._begins[self._offsets[entry + 1]]]
        return len(set(own[_stands(own, asked)].tolist())) / (asked.total or 1)

    def nearest(self, words: tuple[str, ...], entry: int) -> float:
        """Return the Dice coefficient of a question's pairs and those of an entry's nearest phrase, 0..1."""
        asked = self._asked(words)
        first, last = self._offsets[entry], self._offsets[entry + 1]
        ends = self._begins[first : last + 1]
        own = self._held[ends[0] : ends[-1]]
        if not asked.known or not len(own):
            return 0.0
        before = np.zeros(len(own) + 1, dtype=np.int64)
        _stands(own, asked).cumsum(out=before[1:])
        common = before[ends - ends[0]]
        alike = (common[1:] - common[:-1]) / (self._counts[first:last] + asked.total)
        return 2 * float(np.maximum.reduce(alike))

    def _nearest_of_all(self, words: tuple[str, ...]) -> tuple[float, float]:
        """Return how near the nearest phrase of all is, and the greatest share that one has."""
        asked, (phrases, starts) = self._asked(words), self._turned
        if not asked.known:
            return 0.0, 0.0
        having = [phrases[starts[place] : starts[place + 1]] for place in asked.places[:-1]]
        common = np.bincount(np.concatenate(having))
        alike = 2 * common / (self._counts[: len(common)] + asked.total)
        return float(alike.max()), int(common.max()) / asked.total

    @cached_property
    def _turned(self) -> tuple[NDArray[np.int32], NDArray[np.intp]]:
        """The phrases that have each pair, pair after pair, and where those of each begin."""
        phrases = np.repeat(np.arange(len(self._counts), dtype=np.int32), self._counts)
        starts = np.concatenate(([0], np.cumsum(self._times)))
        return phrases[in_order(self._held, len(self._known))], starts

    def _look_up(self, words: tuple[str, ...]) -> _Asked:
        """Look up the pairs of a question."""
        pairs = set(pairwise((BEGIN, *words)))
        places, known = self._places(pairs)
        found = [*sorted(places[known].tolist()), len(self._known)]
        return _Asked(np.array(found, dtype=np.intp), len(pairs))


def _stands(own: NDArray[np.int32], asked: _Asked) -> Mask:
    """Return which of the places of pairs are among those of a question."""
    return asked.places[asked.places.searchsorted(own)] == own


def _pair(first: _Number, second: _Number) -> _Number:
    """Return two words as one number: 0 stands for what is before a text, and from 1 on for words."""
    return first << _BITS | second
