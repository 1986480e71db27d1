"""PURE: leave-one-out over the asks of a pack: which two entries would take each other's questions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from bot.answering.constraints import contradiction
from bot.answering.postings import Postings, Rows
from bot.answering.seeking import sought
from bot.answering.trust.disputes import same_matter
from bot.knowledge.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.answering.index import Index

ALIKE: Final = 0.8
"""Cosine from which two asks are nearly the same question."""


class _Ask(NamedTuple):
    """An ask: its entry's position in the index, its place among the entry's asks, and its words."""

    position: int
    place: int
    text: str


def check_stealing(index: Index) -> Iterator[Finding]:
    """Find pairs of entries of which each would get a question written for the other.

    Every ask is put as if it were not in the pack. It is stolen when an ask of another entry, which
    does not seek another kind of thing, is nearly the same and nearer than every other ask of its own
    entry, and nothing that it names keeps the other entry from answering. Entries that may answer for
    each other can't steal.
    """
    asks = [
        _Ask(position, place, text)
        for position, prepared in enumerate(index.entries)
        for place, text in enumerate(prepared.entry.asks)
    ]
    stolen = _stolen(index, asks)
    for (owner, thief), taken in stolen.items():
        back = stolen.get((thief, owner))
        if back is None or owner > thief:
            continue
        one, other = index.entries[owner].entry, index.entries[thief].entry
        ask, returned = _first(index, taken, thief), _first(index, back, owner)
        if ask is None or returned is None or same_matter(one, other):
            continue
        message = (
            f"without {ask.text[:80]!r} here, that question goes to {other.id!r}; "
            f"and {returned.text[:80]!r}, written there, comes here"
        )
        mend = f"say in both what tells them apart, or add related: [{other.id}]"
        yield Finding("entry", one.id, ("asks", ask.place), message, mend, "warning")


def _stolen(index: Index, asks: Sequence[_Ask]) -> dict[tuple[int, int], list[_Ask]]:
    """Return, by owner and thief, the asks whose nearest others are the thief's."""
    found: dict[tuple[int, int], list[_Ask]] = {}
    if not asks:
        return found
    bulk = index.reader.bulk(learn=False)
    told = bulk.read([ask.text for ask in asks])
    gathered = Rows(bulk.codes)
    gathered.extend(told.rows)
    names = list(bulk.codes)
    seek = np.array([sought(told.words_of(number)) or "" for number in range(len(asks))])
    positions = np.array([ask.position for ask in asks])
    owners, starts, own = np.unique(positions, return_index=True, return_inverse=True)
    table = Postings(gathered, np.bincount(own), index.rarity)
    for number, ask in enumerate(asks):
        cosines, _ = table.cosines(told.rows.of(number, names))
        cosines[number] = 0
        if seek[number]:
            cosines *= (seek == seek[number]) | (seek == "")
        nearest = np.maximum.reduceat(cosines, starts)
        best = int(nearest.argmax())
        if nearest[best] >= ALIKE and nearest[best] > nearest[own[number]]:
            found.setdefault((ask.position, int(owners[best])), []).append(ask)
    return found


def _first(index: Index, asks: Sequence[_Ask], thief: int) -> _Ask | None:
    """Return the first ask that the thief could answer for all that it names."""
    prepared = index.entries[thief]
    for ask in asks:
        if contradiction(index.reader.read(ask.text), prepared, index.pack) is None:
            return ask
    return None
