"""PURE: the different words of many texts, each looked into once: its term, its weight and its traits."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from bot.answering.columns import ranges
from bot.answering.dates.mentions import HINTS
from bot.answering.lexicon import COUNTING, MONTHS
from bot.answering.text import END, compared, words_in
from bot.answering.weights import WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from bot.answering.linking import Phrasebook
    from bot.answering.vocabulary import Vocabulary

MONTH, YEAR, DIGITS, COUNTS, DATES, NAMES, IDIOMS, UNKNOWN = (1 << place for place in range(8))
"""Traits: a month; a year; begins with a digit; may count; dates have such a word; a name or an idiom
begins so; no word of the pack."""
IS_END: Final = 0
"""The number of ``END``."""
_YEARS: Final = frozenset(map(str, range(1900, 2100)))
_TRAITS: Final = {
    word: MONTH * (word in MONTHS)
    | YEAR * (word in _YEARS)
    | COUNTS * (word in COUNTING)
    | DATES * (word in HINTS)
    for word in {*MONTHS, *_YEARS, *COUNTING, *HINTS}
}
"""The traits of words whatever the pack."""


class Known(NamedTuple):
    """What the reader of a pack knows: its words, its names, and phrases that are read as one word."""

    vocabulary: Vocabulary
    names: Phrasebook
    idioms: Phrasebook


class _Pieces(dict[str, int]):
    """Pieces of texts with their numbers; most texts are made of the same few."""

    def __init__(self, words: Words) -> None:
        """Take the words."""
        super().__init__()
        self._words = words
        self._flat, self._starts = array("i"), array("q", [0])

    def __missing__(self, piece: str) -> int:
        """Look into a new piece."""
        number = self[piece] = len(self)
        self._flat.extend([self._words[word] for word in words_in(piece)])
        self._starts.append(len(self._flat))
        return number

    def words(self, pieces: Iterable[str]) -> NDArray[np.int32]:
        """Return the numbers of the words of pieces, one piece after the other."""
        numbers = np.fromiter(map(self.__getitem__, pieces), dtype=np.intp)
        starts = np.frombuffer(self._starts, dtype=np.int64)
        begins = starts[numbers]
        places, _ = ranges(begins, starts[numbers + 1] - begins)
        return np.frombuffer(self._flat, dtype=np.int32)[places] if self._flat else np.zeros(0, np.int32)


class Words(dict[str, int]):
    """Words as written, with their numbers; a new one is looked into when it is first looked up."""

    def __init__(self, known: Known, *, learn: bool) -> None:
        """Take what a pack's reader knows, and whether the words are the pack's own."""
        super().__init__({END: IS_END})
        self._known = known
        self._learn = learn
        self.codes: dict[str, int] = {}
        """The numbers of their terms."""
        self._written, self._compared = [END], [END]
        self._terms, self._weights, self._traits = array("i", [-1]), array("f", [0]), array("B", [0])
        self._looked: dict[str, tuple[int, float, int]] = {}
        self._pieces = _Pieces(self)
        self._times: NDArray[np.intp] = np.zeros(0, dtype=np.intp)

    def __missing__(self, raw: str) -> int:
        """Look into a new word."""
        word = compared(raw)
        looked = self._looked.get(word)
        if looked is None:
            looked = self._looked[word] = self._look(word)
        code, weight, traits = looked
        number = self[raw] = len(self._compared)
        self._written.append(raw)
        self._compared.append(word)
        self._terms.append(code)
        self._weights.append(weight)
        self._traits.append(traits)
        return number

    def _look(self, word: str) -> tuple[int, float, int]:
        """Return the number of the term of a word as it is compared, what it counts, and its traits."""
        vocabulary, names, idioms = self._known
        key, role, known = vocabulary.meet(word) if self._learn else vocabulary.written(word)
        traits = _TRAITS.get(word, 0)
        if word[0].isdigit():
            traits |= DIGITS | COUNTS
        if not known:
            traits |= UNKNOWN
        if names.begins(word):
            traits |= NAMES
        if idioms.begins(word):
            traits |= IDIOMS
        return self.codes.setdefault(key, len(self.codes)), WEIGHTS[role], traits

    def written(self, numbers: NDArray[np.int32]) -> list[str]:
        """Return words as they are written."""
        return _taken(self._written, numbers)

    def compared(self, numbers: NDArray[np.int32]) -> list[str]:
        """Return words as they are compared."""
        return _taken(self._compared, numbers)

    def of(self, pieces: Iterable[str]) -> NDArray[np.int32]:
        """Return the numbers of the words of pieces of texts, and count them."""
        numbers = self._pieces.words(pieces)
        times = np.bincount(numbers, minlength=len(self))
        times[: len(self._times)] += self._times
        self._times = times
        return numbers

    def terms(self, numbers: NDArray[np.int32]) -> NDArray[np.int32]:
        """Return the numbers of the terms of words."""
        return np.frombuffer(self._terms, dtype=np.int32)[numbers]

    def weights(self, numbers: NDArray[np.int32]) -> NDArray[np.float32]:
        """Return what words count where they are no part of a name."""
        return np.frombuffer(self._weights, dtype=np.float32)[numbers]

    def traits(self, numbers: NDArray[np.int32]) -> NDArray[np.uint8]:
        """Return the traits of words, one bit each."""
        return np.frombuffer(self._traits, dtype=np.uint8)[numbers]

    def settle(self) -> None:
        """Tell the vocabulary how often each word was met; no more are taken in.

        Terms that are new from here on are none of those that were numbered before.
        """
        for word, times in zip(self._compared[1:], self._times[1:].tolist(), strict=True):
            self._known.vocabulary.count(word, times)
        self._learn = False
        self._pieces = _Pieces(self)
        self.codes = dict(self.codes)


def _taken(words: list[str], numbers: NDArray[np.int32]) -> list[str]:
    """Return words by their numbers: as an array at once, unless few of the words are taken."""
    if len(words) > len(numbers):
        return list(map(words.__getitem__, numbers.tolist()))
    found: list[str] = np.array(words, dtype=object)[numbers].tolist()
    return found
