"""PURE: how similar a question is to the entries of a pack, by its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

import numpy as np

from bot.answering.entry_table import EntryTable
from bot.answering.postings import Groups, Postings

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.answering.columns import Mask, Positions
    from bot.answering.gathering import Gathered
    from bot.answering.phrase_table import PhraseTable
    from bot.answering.postings import Rarity, Scores

LIKELY: Final = 2_000
"""Entries up to which the phrases of all are compared with a question; of more only those of the likeliest
ones, so that work per message is bounded."""


@dataclass(frozen=True, slots=True)
class Similar:
    """For each entry, 0..1: the cosine of the question with some of its phrases.

    ``nearest`` is that with the nearest phrase, ``alike`` with the nearest that seeks the same kind of
    thing (0 when none does), ``centroid`` with all of them together. ``at`` holds the only entries whose
    phrases were looked at; ``None`` where all were.
    """

    nearest: Scores
    alike: Scores
    centroid: Scores
    at: Positions | None = None


class Comparing(Protocol):
    """Compares questions with the phrases of a pack."""

    def similar(
        self, words: Mapping[str, float], seeking: Mask | None, likely: Callable[[Scores], Positions]
    ) -> Similar:
        """Compare a question, given its weighted terms.

        ``seeking`` tells of each phrase whether it seeks the same kind of thing, ``likely`` returns the
        entries to look at from the cosines with all phrases of each together.
        """
        ...


class EveryPhrase:
    """Compares with every phrase of a pack."""

    def __init__(self, gathered: Gathered, rarity: Rarity) -> None:
        """Take the phrases of a pack."""
        self._groups = Groups(gathered.offsets)
        self._postings = Postings(gathered.rows, np.diff(gathered.offsets), rarity)

    def similar(
        self, words: Mapping[str, float], seeking: Mask | None, likely: Callable[[Scores], Positions]
    ) -> Similar:
        """Compare a question with all there is, whatever is likely."""
        _ = likely
        texts, wholes = self._postings.cosines(words)
        nearest = self._groups.most(texts)
        alike = nearest if seeking is None else self._groups.most(texts, seeking)
        return Similar(nearest, alike, wholes)


class LikelyPhrases:
    """Compares with every entry as a whole first, then with the phrases of the likely ones."""

    def __init__(self, gathered: Gathered, rarity: Rarity, phrases: PhraseTable) -> None:
        """Take the phrases of a pack."""
        self._wholes = EntryTable(gathered.rows, gathered.offsets, rarity)
        self._phrases = phrases

    def similar(
        self, words: Mapping[str, float], seeking: Mask | None, likely: Callable[[Scores], Positions]
    ) -> Similar:
        """Compare a question; what is not likely has no nearest phrase."""
        wholes = self._wholes.cosines(words)
        at = likely(wholes)
        phrases = self._phrases.cosines(words, at)
        nearest = phrases.most(len(wholes))
        alike = nearest if seeking is None else phrases.most(len(wholes), seeking)
        return Similar(nearest, alike, wholes, at)
