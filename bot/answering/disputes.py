"""PURE: what must stand beside an answer: other values of the same thing, and what decides a claim."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.knowledge.model import Claim, Entry, Figure

if TYPE_CHECKING:
    from bot.answering.index import Index


@dataclass(frozen=True, slots=True)
class Companions:
    """Entries and notes shown side by side with an answer."""

    entries: tuple[Entry, ...] = ()
    notes: tuple[str, ...] = ()
    disputed: bool = False


def companions(index: Index, entry: Entry, kept: list[Entry]) -> Companions:
    """Return what stands beside an entry.

    Entries in conflict with it, named by either side, make the answer disputed. A claim
    brings the entries that decide it. A figure brings other counters of the same thing
    among the candidates ``kept``.
    """
    if isinstance(entry, Claim):
        return Companions(_live(index, entry.entries))
    rivals = [conflict.entry for conflict in entry.conflicts if conflict.entry]
    rivals += index.rivals.get(entry.id, ())
    notes = tuple(conflict.note for conflict in entry.conflicts if conflict.note)
    beside = [*_live(index, tuple(dict.fromkeys(rivals)))]
    disputed = bool(beside or notes)
    if isinstance(entry, Figure):
        beside += [other for other in kept if other not in beside and _counts_the_same(entry, other)]
    return Companions(tuple(beside), notes, disputed)


def _live(index: Index, ids: tuple[str, ...]) -> tuple[Entry, ...]:
    """Return the live entries among some ids."""
    return tuple(index.entries[index.positions[entry]].entry for entry in ids if entry in index.positions)


def _counts_the_same(one: Figure, other: Entry) -> bool:
    """Whether another figure counts the same thing for the same days and place."""
    if not isinstance(other, Figure) or one.label or other.label:
        return False
    fields = (one.metric, one.period, one.place, one.by, one.event, one.unit)
    return fields == (other.metric, other.period, other.place, other.by, other.event, other.unit)
