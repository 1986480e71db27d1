"""PURE: the questions that a pack says its entries leave open, and how near one comes to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bot.answering.adjacency import Pairs
from bot.answering.postings import Postings, Rows

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.answering.bulk import Bulk
    from bot.answering.postings import Rarity, Scores
    from bot.knowledge.model import Entry


class OpenQuestions:
    """What each entry leaves open. Its words are no words of the pack: nothing is told with them."""

    def __init__(self, entries: Sequence[Entry], rarity: Rarity, bulk: Bulk) -> None:
        """Read the open questions of entries, in the order of the index."""
        told = bulk.read([text for entry in entries for text in entry.leaves_open])
        counts = np.array([len(entry.leaves_open) for entry in entries], dtype=np.intp)
        self._entries = np.flatnonzero(counts)
        self._offsets = (np.cumsum(counts) - counts)[self._entries]
        self._total = len(entries)
        pairs = Pairs()
        pairs.add(told.codes, np.array(told.ends, dtype=np.intp), np.arange(len(told.ends)))
        self.adjacent = pairs.settled([0, *np.cumsum(counts).tolist()], bulk.codes)
        """The words that stand side by side in them."""
        rows = Rows(bulk.codes)
        rows.extend(told.rows)
        self._rows = Postings(rows, counts[self._entries], rarity) if counts.any() else None
        self._exact = {" ".join(told.words_of(text)) for text in range(len(told.ends))}

    def has(self, plain: str) -> bool:
        """Whether the pack leaves this very question open, given its words with single spaces."""
        return plain in self._exact

    def nearest(self, words: Mapping[str, float]) -> Scores:
        """Return, for each entry, the cosine with the nearest question it leaves open; 0 without any."""
        found = np.zeros(self._total)
        if self._rows is not None:
            texts, _ = self._rows.cosines(words)
            found[self._entries] = np.maximum.reduceat(texts, self._offsets)
        return found
