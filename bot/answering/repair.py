"""PURE: words with a typo put right against the words that a pack knows."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

if TYPE_CHECKING:
    from collections.abc import Iterable

_SHORTEST = 4
_TWO_EDITS_FROM = 7
_COMPARED = 8
MAX_REPAIRS = 16
"""Unknown words put right in one message; the rest stay unknown, so that work is bounded."""


class Spelling:
    """The known words, by first letter: a typo seldom changes it, and it bounds the work."""

    def __init__(self, words: Iterable[str], common: Iterable[str] = ()) -> None:
        """Take the known words (casefolded); ``common`` ones win where two are as near."""
        self._common = frozenset(common)
        self._known = frozenset(words) | self._common
        by_letter: defaultdict[str, list[str]] = defaultdict(list)
        for word in sorted(self._known):
            if len(word) >= _SHORTEST and word.isalpha():
                by_letter[word[0]].append(word)
        self._by_letter = dict(by_letter)

    def __contains__(self, word: str) -> bool:
        """Whether the word is known as it stands."""
        return word in self._known

    def nearest(self, word: str) -> str | None:
        """Return the known word one edit away (two from seven letters on), or ``None``.

        Edits are those of the optimal string alignment distance: insert, delete,
        replace, swap neighbours.
        """
        if len(word) < _SHORTEST or not word.isalpha():
            return None
        edits = 2 if len(word) >= _TWO_EDITS_FROM else 1
        words = self._by_letter.get(word[0], [])
        found = extract(word, words, scorer=OSA.distance, score_cutoff=edits, limit=_COMPARED)
        best = min(found, key=lambda near: (near[1], near[0] not in self._common), default=None)
        return best[0] if best else None
