"""PURE: the entries that may be answered, each made ready to be compared when it is first looked at."""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final, overload

import numpy as np

from bot.answering.answer_types import tells
from bot.answering.exclusive import members_of
from bot.answering.numbers import numbers
from bot.answering.slots import texts
from bot.answering.superlatives import superlatives_of
from bot.answering.telling import told
from bot.answering.text import normalise, split
from bot.answering.weights import WEIGHTS

if TYPE_CHECKING:
    from bot.answering.answer_types import AnswerType
    from bot.answering.columns import Holders
    from bot.answering.exclusive import Members
    from bot.answering.phrase_table import PhraseTable
    from bot.answering.slots import Slots
    from bot.answering.superlatives import Superlatives
    from bot.answering.telling import Told
    from bot.knowledge.model import Entry

_NO_COUNT: Final = re.compile(
    r"(?<![\d.,])\d+(?:\.\d+)?\s?(?:%|per\s?cent\b)"
    r"|\b(?:two|three|four|five|six|seven|[2-7])\s+(?:[a-z]+\s+)?(?:groups|bodies|outfits|organi[sz]ations|parties)\b",
    re.IGNORECASE,
)
"""Numbers that are no count of what happened: shares, and how many did it."""
_DIGIT: Final = re.compile(r"\d")
_NTH: Final = re.compile(
    r"\b(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th))\b", re.IGNORECASE
)
"""Ordinals, which tell how many there have been."""
_ALL: Final = 4_096
"""Entries up to which all are kept ready once they were looked at."""
_SOME: Final = 256
"""Entries of a larger pack that are kept ready: more than one question looks at. Thousands, dropped and made
again all the time, are what Python's collector would go through in the middle of answers."""


@dataclass(frozen=True)  # without slots: what questions hold it against is worked out once
class Prepared:
    """A live entry as it is compared."""

    entry: Entry
    slots: Slots
    document: frozenset[str]
    """Every term of its asks, sentences and note, and ``@id`` of every entity it concerns."""

    def tells(self, kind: AnswerType) -> bool:
        """Whether it tells something of a type of answer."""
        found = self._told.get(kind)
        if found is None:
            found = self._told[kind] = tells(kind, self.entry)
        return found

    @cached_property
    def _told(self) -> dict[AnswerType, bool]:
        """Whether it tells something of those types of answer that were asked for."""
        return {}

    @cached_property
    def superlatives(self) -> Superlatives:
        """What it and its asks call the most of its kind."""
        return superlatives_of(self.entry)

    @cached_property
    def members(self) -> Members:
        """The members of kinds that it and its asks name, of which one excludes the others."""
        return members_of(self.entry)

    @cached_property
    def counts_some(self) -> bool:
        """Whether its sentences state a number that is neither in a date nor a share nor how many did it."""
        told = (split(normalise(_NO_COUNT.sub("", text)))[1] for text in texts(self.entry))
        return any(not self.slots.numbers.isdisjoint(values) for words in told for values in numbers(words))

    @cached_property
    def hints_at_count(self) -> bool:
        """Whether it counts some, or its note does ("101 at first"), or an ordinal ("the fourth time")."""
        note = self.entry.note or ""
        return self.counts_some or bool(_DIGIT.search(note) or any(map(_NTH.search, texts(self.entry))))


class Written:
    """Which entries a question may be written for, by its hash."""

    def __init__(self, hashes: Sequence[int], positions: Sequence[int]) -> None:
        """Take the hashes of questions, each with the position of its entry."""
        found = np.array(hashes, dtype=np.int64)
        order = np.argsort(found, kind="stable")
        self._hashes = found[order]
        self._positions = np.array(positions, dtype=np.int32)[order]

    def of(self, words: str) -> list[int]:
        """Return the positions of the entries that may have a question, the earliest first."""
        hashed = hash(words)
        start = np.searchsorted(self._hashes, hashed)
        end = np.searchsorted(self._hashes, hashed, side="right")
        return self._positions[start:end].tolist()


class Shelf(Sequence[Prepared]):
    """The entries in order. A hundred thousand of them made ready at once would fill the memory."""

    def __init__(
        self, entries: Sequence[Entry], fixed: Sequence[Slots], documents: Holders[str], phrases: PhraseTable
    ) -> None:
        """Take the entries and, in their order, what they fix, their terms and their phrases."""
        self.bare = tuple(entries)
        """The entries alone, for whoever compares nothing."""
        self._fixed = fixed
        self._documents = documents
        self._ready: OrderedDict[int, Prepared] = OrderedDict()
        self._most = _ALL if len(self.bare) <= _ALL else _SOME
        self._keyed = lru_cache(self._most)(phrases.keyed)
        self._told = lru_cache(self._most)(self._tell)

    def __len__(self) -> int:
        """Return how many entries there are."""
        return len(self.bare)

    @overload
    def __getitem__(self, position: int) -> Prepared: ...
    @overload
    def __getitem__(self, position: slice) -> Sequence[Prepared]: ...
    def __getitem__(self, position: int | slice) -> Prepared | Sequence[Prepared]:
        """Return the entry at a position, or those of a slice."""
        if isinstance(position, slice):
            return [self[each] for each in range(*position.indices(len(self.bare)))]
        found = self._ready.get(position)
        if found is None:
            if len(self._ready) >= self._most:
                self._ready.popitem(last=False)
            found = self._ready[position] = self._prepare(position)
        return found

    def _prepare(self, position: int) -> Prepared:
        """Make one entry ready."""
        return Prepared(
            self.bare[position],
            self._fixed[position],
            self._documents.keys_of(position),
        )

    def keyed(self, position: int) -> tuple[str, ...]:
        """Return the keys of the telling words of each phrase of an entry, for comparing token sets."""
        return self._keyed(position, WEIGHTS["function"])

    def told(self, position: int) -> Told:
        """Return what the sentences of an entry tell beside its fields."""
        return self._told(position)

    def _tell(self, position: int) -> Told:
        """Look at the sentences of an entry."""
        return told(self.bare[position])
