"""PURE: what entries hold, turned round: for each term, name or number the entries that have it."""

from __future__ import annotations

from array import array
from itertools import chain
from typing import TYPE_CHECKING, Final, Generic, Self, TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

Positions: TypeAlias = NDArray[np.intp]
"""Numbers of entries, in order."""
Places: TypeAlias = NDArray[np.int32]
"""Numbers of entries, kept small."""
Mask: TypeAlias = NDArray[np.bool_]
"""For each entry, or each of some, whether something is so."""
Days: TypeAlias = NDArray[np.int32]
"""Days as numbers, from the first of the calendar on."""
Key = TypeVar("Key", str, float)

_NONE: Final = -1
_SMALL: Final = 1 << 16


def in_order(numbers: NDArray[np.integer], below: int) -> Positions:
    """Return where numbers from 0 up to one stand, the least first and equal ones as they stand.

    Small ones are sorted ten times as fast as such.
    """
    return np.argsort(numbers.astype(np.uint16) if below <= _SMALL else numbers, kind="stable")


def ranges(begins: NDArray[np.integer], sizes: NDArray[np.integer]) -> tuple[Positions, Positions]:
    """Return every place of some ranges, one after the other, and where there each of them begins."""
    firsts = np.cumsum(sizes) - sizes
    return np.repeat(begins - firsts, sizes) + np.arange(int(sizes.sum())), firsts


class Holders(Generic[Key]):
    """The entries that hold each key, and the keys that each entry holds, in flat arrays."""

    def __init__(self, held: Iterable[Collection[Key]]) -> None:
        """Take the keys of each entry, each key once."""
        codes: dict[Key, int] = {}
        flat, lengths = array("i"), array("i")
        for keys in held:
            lengths.append(len(keys))
            flat.extend([codes.setdefault(key, len(codes)) for key in keys])
        self._take(codes, flat, lengths)

    @classmethod
    def numbered(cls, codes: dict[Key, int], held: Iterable[Collection[int]]) -> Self:
        """Return the holders of keys that have numbers already, given those of each entry, each once."""
        flat, lengths = array("i"), array("i")
        for keys in held:
            lengths.append(len(keys))
            flat.extend(keys)
        return cls.of_flat(codes, flat, lengths)

    @classmethod
    def of_flat(cls, codes: dict[Key, int], flat: array[int], lengths: array[int]) -> Self:
        """Return the holders of keys, given the numbers of those of all entries, and how many each has."""
        found = cls(())
        found._take(codes, flat, lengths)
        return found

    def _take(self, codes: dict[Key, int], flat: array[int], lengths: array[int]) -> None:
        """Take the numbers of the keys of all entries, and how many each entry has."""
        self.entries = len(lengths)
        self._codes = codes
        self._keys = list(codes)
        self._held = np.frombuffer(flat, dtype=np.int32) if flat else np.zeros(0, dtype=np.int32)
        self._begins = np.concatenate(([0], np.cumsum(lengths, dtype=np.int64)))
        holders = np.repeat(np.arange(self.entries, dtype=np.int32), lengths)
        order = in_order(self._held, len(codes))
        self._holders = holders[order]
        counts = np.bincount(self._held, minlength=len(codes))
        self._starts: list[int] = [0, *np.cumsum(counts).tolist()]

    def of(self, key: Key) -> Places:
        """Return the positions of the entries that hold a key."""
        code = self._codes.get(key)
        if code is None:
            return self._holders[:0]
        return self._holders[self._starts[code] : self._starts[code + 1]]

    def counts(self) -> dict[Key, int]:
        """Return how many entries hold each key."""
        starts = self._starts
        return {key: starts[code + 1] - starts[code] for key, code in self._codes.items()}

    def keys_of(self, position: int) -> frozenset[Key]:
        """Return the keys that one entry holds."""
        codes = self._held[self._begins[position] : self._begins[position + 1]].tolist()
        return frozenset(set(map(self._keys.__getitem__, codes)))  # made of a set, it often takes half

    def any_of(self, keys: Iterable[Key]) -> Mask:
        """Return, for each entry, whether it holds any of some keys."""
        found = np.zeros(self.entries, dtype=np.bool_)
        for key in keys:
            found[self.of(key)] = True
        return found


class Values:
    """One value of each entry, or none, as numbers that can be compared at once."""

    def __init__(self, values: Iterable[str | None]) -> None:
        """Take the values in the order of the entries."""
        self._codes: dict[str, int] = {}
        codes = self._codes
        coded = (_NONE if value is None else codes.setdefault(value, len(codes)) for value in values)
        self._column = np.fromiter(coded, dtype=np.int32)

    def among(self, wanted: Iterable[str | None], at: Positions) -> Mask:
        """Return, for each of the entries ``at``, whether its value is one of those wanted."""
        found = np.zeros(len(at), dtype=np.bool_)
        column = self._column[at]
        for value in wanted:
            code = None if value is None else self._codes.get(value)
            if code is not None:
                found |= column == code
        return found

    def missing(self, at: Positions) -> Mask:
        """Return, for each of the entries ``at``, whether it has no value."""
        return self._column[at] == _NONE


class Spans:
    """Spans of days of each entry, as day numbers: ``first`` and ``last`` with their ``owner``."""

    def __init__(self, first: Days, last: Days, lengths: NDArray[np.int64]) -> None:
        """Take the first and last days of spans, those of each entry together, and how many each has."""
        self.entries = len(lengths)
        self.first, self.last = first, last
        self.days = last - first + 1
        self.owner = np.repeat(np.arange(len(lengths), dtype=np.int32), lengths)
        self.without: Mask = lengths == 0
        self._lengths = lengths
        self._begins = np.cumsum(lengths) - lengths

    @classmethod
    def of(cls, spans: Sequence[Sequence[tuple[int, int]]]) -> Spans:
        """Return the spans of entries from their first and last days."""
        flat = np.fromiter(chain.from_iterable(chain.from_iterable(spans)), dtype=np.int32).reshape(-1, 2)
        lengths = np.fromiter(map(len, spans), dtype=np.int64, count=len(spans))
        return cls(flat[:, 0].copy(), flat[:, 1].copy(), lengths)

    def at(self, positions: Positions) -> Spans:
        """Return the spans of some entries, which then go by their place among these."""
        lengths = self._lengths[positions]
        places, _ = ranges(self._begins[positions], lengths)
        return Spans(self.first[places], self.last[places], lengths)

    def having(self, chosen: Mask) -> Mask:
        """Return, for each entry, whether any of its spans is chosen."""
        found = np.zeros(self.entries, dtype=np.bool_)
        found[self.owner[chosen]] = True
        return found
