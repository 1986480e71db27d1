"""PURE: words with a typo put right against the words that a pack knows."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from functools import cached_property, lru_cache
from itertools import chain
from string import ascii_lowercase
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_SHORTEST = 4
_TWO_EDITS_FROM = 6
_COMPARED = 8
_COMPARED_BESIDE = 40
"""Words two edits away of which those beside the slip tell the right one."""
_UNLIKELY = 0.1
"""What the uses of a word count that begins with another letter than the slip, or has three letters."""
_COMMONLY = 300
"""Uses that a common word counts as having at least, as most packs are too small to show how common it is.
Of 30, 100 and 300, that with which slips in the tune questions cost least."""
_MANY = 20_000
"""Known words from which what slips need takes too long to be made for the first of them."""
_LETTERS_OF_TWO_EDITS = 4
_KEPT = 512
"""Words of which it is remembered what they are near to."""
MAX_REPAIRS = 16
"""Unknown words put right in one message; the rest stay unknown, so that work is bounded."""


class _Sieve:
    """Words of which those that have nearly the same letters as another are compared with it.

    An edit takes at most one letter out of the set of those of a word, and puts at most one in.
    """

    def __init__(self, words: Iterable[str]) -> None:
        """Take the words."""
        self.words = list(words)
        self._letters = np.fromiter(map(_letters, self.words), dtype=np.uint32, count=len(self.words))

    def within_two(self, word: str, most: int) -> list[tuple[str, float]]:
        """Return the words at most two edits away with how many, the nearest first, of equals the earlier."""
        differing = np.bitwise_count(self._letters ^ np.uint32(_letters(word)))
        likely = [self.words[at] for at in np.flatnonzero(differing <= _LETTERS_OF_TWO_EDITS).tolist()]
        found = extract(word, likely, scorer=OSA.distance, score_cutoff=2, limit=most)
        return [(other, edits) for other, edits, _ in found]


class Spelling:
    """The known words, found by what is left of them when a letter is taken out.

    Two words one edit apart share such a rest or one is the rest of the other (Garbe's
    symmetric delete). Two edits are looked for among the words with the same first letter,
    which a typo seldom changes, and else among all, or for a short word, or in a very large pack, among
    those with its second letter: the first may be one too many, or the two may be swapped.
    """

    def __init__(
        self,
        words: Mapping[str, int] | Iterable[str],
        common: Iterable[str] = (),
        spare: Iterable[str] = (),
    ) -> None:
        """Take the known words (casefolded), perhaps with how often each is used.

        Where two are as near, ``common`` ones win and ``spare`` ones lose, then what is used more often.
        """
        self._words: dict[str, int] = Counter(words)
        self._common = frozenset(common)
        self._known = self._common.union(self._words, spare)
        # the same unknown names are asked of again and again, and of one question at several steps
        self._closest = lru_cache(maxsize=_KEPT)(self._nearest)
        self._beside = lru_cache(maxsize=_KEPT)(self._all_near)
        if len(self._known) > _MANY:  # made while the pack is loaded, off the event loop
            self.warm_up()

    def warm_up(self) -> None:
        """Make ready what slips need, before the first of them."""
        _ = self._rests, self._by_letter

    @cached_property
    def _rests(self) -> tuple[list[str], NDArray[np.int64], NDArray[np.int32]]:
        """The known words, and sorted hashes of what is left of them with the number of the word.

        As texts, what is left of 50,000 words would fill a hundred megabytes.
        """
        words = [word for word in sorted(self._known) if len(word) >= _SHORTEST - 1 and word.isalpha()]
        hashes, numbers = array("q"), array("i")
        for number, word in enumerate(words):
            hashes.extend([hash(rest) for rest in rests(word)])
            numbers.extend([number] * (len(word) + 1))
        found = np.array(hashes, dtype=np.int64)
        order = np.argsort(found, kind="stable")
        return words, found[order], np.array(numbers, dtype=np.int32)[order]

    def _near(self, word: str) -> set[str]:
        """Return the known words that share with a word what is left of them, and a few by chance."""
        words, hashes, numbers = self._rests
        wanted = np.array([hash(rest) for rest in rests(word)], dtype=np.int64)
        starts = np.searchsorted(hashes, wanted).tolist()
        ends = np.searchsorted(hashes, wanted, side="right").tolist()
        spans = (numbers[start:end].tolist() for start, end in zip(starts, ends, strict=True) if start < end)
        return {words[number] for span in spans for number in span}

    @cached_property
    def _by_letter(self) -> dict[str, _Sieve]:
        """The known words long enough for two edits, by their first letter."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for word in sorted(self._known):
            if len(word) >= _TWO_EDITS_FROM - 1 and word.isalpha():
                found[word[0]].append(word)
        return {letter: _Sieve(words) for letter, words in found.items()}

    @cached_property
    def _long(self) -> _Sieve:
        """The known words long enough for two edits."""
        return _Sieve(chain.from_iterable(sieve.words for sieve in self._by_letter.values()))

    @cached_property
    def _not_short(self) -> _Sieve:
        """The known words that are long enough for a slip of two edits where those beside them tell it."""
        return _Sieve(word for word in sorted(self._known) if len(word) >= _SHORTEST and word.isalpha())

    def __contains__(self, word: str) -> bool:
        """Whether the word is known as it stands."""
        return word in self._known

    def nearest(self, word: str) -> str | None:
        """Return the known word one edit away (two from six letters on), or ``None``.

        Edits are those of the optimal string alignment distance: insert, delete,
        replace, swap neighbours.
        """
        return self._closest(word)

    def _nearest(self, word: str) -> str | None:
        """Look for the word nearest to one."""
        if len(word) < _SHORTEST or not word.isalpha():
            return None
        once = self._once(word)
        if once is not None or len(word) < _TWO_EDITS_FROM:
            return once
        wide = len(word) > _TWO_EDITS_FROM and len(self._known) <= _MANY
        return self._twice(word, word[0]) or self._twice(word, None if wide else word[1])

    def near(self, word: str, *, twice: bool) -> tuple[str, ...]:
        """Return the known words one edit away, where there are none and ``twice`` those two edits away.

        Those likeliest to be meant come first. Two edits are not looked for in a very large pack.
        """
        return self._beside(word, twice)

    def _all_near(self, word: str, twice: bool) -> tuple[str, ...]:  # noqa: FBT001  # called by name in ``near``
        """Look for the words near to one."""
        near = self._one_edit(word)
        if not near and twice and len(word) >= _SHORTEST and len(self._known) <= _MANY:
            near = [other for other, _ in self._not_short.within_two(word, _COMPARED_BESIDE)]
        return tuple(sorted(near, key=lambda found: self._rank(found, word)))

    def _one_edit(self, word: str) -> list[str]:
        """Return the known words one edit away."""
        return [found for found in self._near(word) if OSA.distance(word, found, score_cutoff=1) == 1]

    def _twice(self, word: str, first: str | None) -> str | None:
        """Return the known word, perhaps with a first letter, that is two edits away, or ``None``."""
        alike = self._long if first is None else self._by_letter.get(first)
        found = alike.within_two(word, _COMPARED) if alike else []
        return (
            min(found, key=lambda near: (near[1], *self._rank(near[0], word), near[0]))[0] if found else None
        )

    def _once(self, word: str) -> str | None:
        """Return the known word one edit away, or ``None``."""
        return min(
            self._one_edit(word),
            key=lambda found: (*self._rank(found, word), len(found) != len(word), found),
            default=None,
        )

    def _rank(self, word: str, slip: str) -> tuple[int, float]:
        """Return how willingly a word is taken: common words first, spare ones last, then the more used.

        The first letter is seldom another, unless it is one of two swapped; and short words are near to many.
        """
        times = self._words.get(word, 0)
        begins = word[0] == slip[0] or word[:2] == slip[1::-1]
        likely = begins and len(word) >= _SHORTEST
        times = max(times, _COMMONLY) if word in self._common else times
        return (0 if times else 1), -times * (1 if likely else _UNLIKELY)


def one_edit_from(word: str) -> Iterator[str]:
    """Yield all that is one edit from a word, those first that begin with the same letter."""
    for place in (*range(1, len(word)), 0):
        before, after = word[:place], word[place:]
        yield before + after[1:]
        yield before + after[1:2] + after[:1] + after[2:]
        for letter in ascii_lowercase:
            yield before + letter + after[1:]
            yield before + letter + after
    yield from (word + letter for letter in ascii_lowercase)


def _letters(word: str) -> int:
    """Return which letters a word has, as bits; letters of other alphabets may share one."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) & 31)
    return bits


def rests(word: str) -> Iterator[str]:
    """Yield a word, and what is left of it without each of its letters."""
    yield word
    for place in range(len(word)):
        yield word[:place] + word[place + 1 :]
