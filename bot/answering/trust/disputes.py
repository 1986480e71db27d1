"""PURE: what must stand beside an answer: other values of the same thing, and what decides a claim."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.knowledge.model import Claim, Entity, Entry, Figure

if TYPE_CHECKING:
    from bot.answering.index import Index

_TOLD: Final = 6
"""Candidates whose disputes are looked at."""
_SAME_SUBJECT: Final = 3
"""Entities that two entries about the same days share when they speak of one thing."""


@dataclass(frozen=True, slots=True)
class Companions:
    """Entries and notes shown side by side with an answer.

    ``entries`` give another value or decide a claim; ``also`` count the same thing by
    another counter, whose definitions may differ.
    """

    entries: tuple[Entry, ...] = ()
    also: tuple[Entry, ...] = ()
    notes: tuple[str, ...] = ()
    disputed: bool = False


def companions(index: Index, entry: Entry, kept: list[Entry], counters: frozenset[str]) -> Companions:
    """Return what stands beside an entry.

    Entries in conflict with it, named by either side, make the answer disputed; so do the
    conflicts of a figure among the candidates ``kept`` that speaks of the same matter. A
    claim brings the entries that decide it. A figure brings other counters of the same
    thing, and an entry those of several ``counters`` that the question names.
    """
    if isinstance(entry, Claim):
        return Companions(_live(index, entry.entries))
    rivals = [*index.pack.rivals.get(entry.id, ())]
    notes = [conflict.note for conflict in entry.conflicts if conflict.note]
    for figure in kept[:_TOLD]:
        if isinstance(figure, Figure) and _tells_of(entry, figure):
            others = index.pack.rivals.get(figure.id, ())
            rivals += [figure.id, *others] if others else []
    beside = _live(index, tuple(dict.fromkeys(rival for rival in rivals if rival != entry.id)))
    also = [other for other in kept if _counts_the_same(entry, other)]
    also += [other for other in kept if isinstance(other, Figure) and other.counted_by in counters]
    apart = tuple(dict.fromkeys(other for other in also if other not in beside and other != entry))
    return Companions(beside, apart, tuple(notes), bool(beside or notes))


def _tells_of(entry: Entry, figure: Figure) -> bool:
    """Whether an entry that is no figure speaks of what a figure counts: an entity only as the event itself.

    A body that counts, or a place, is not disputed because one of its many counts is.
    """
    if isinstance(entry, Entity):
        return figure.event == entry.id
    return not isinstance(entry, Figure) and same_matter(entry, figure)


def _live(index: Index, ids: tuple[str, ...]) -> tuple[Entry, ...]:
    """Return the live entries among some ids."""
    return tuple(index.entries[index.positions[entry]].entry for entry in ids if entry in index.positions)


def _counts_the_same(one: Entry, other: Entry) -> bool:
    """Whether two entries are figures that count the same thing for the same days and place."""
    if not isinstance(one, Figure) or not isinstance(other, Figure) or one.label or other.label:
        return False
    fields = (one.metric, one.period, one.place, one.by, one.event, one.unit)
    return fields == (other.metric, other.period, other.place, other.by, other.event, other.unit)


def same_matter(one: Entry, other: Entry) -> bool:
    """Whether it makes no difference to a member which of two entries answers.

    It makes none when one names the other, when one describes what the other is about,
    when both count the same thing, when they share days and most of what they are about, or when
    both rest on one source about the same days.
    """
    if other.id in _names(one) or one.id in _names(other):
        return True
    if isinstance(one, Figure) and isinstance(other, Figure):
        return _toll(one) == _toll(other)
    if one.period is None or other.period is None or not one.period.overlaps(other.period):
        return False
    sources = {c.source for c in one.citations} & {c.source for c in other.citations}
    return len(set(one.about) & set(other.about)) >= _SAME_SUBJECT or (
        bool(sources) and one.period == other.period
    )


def _names(entry: Entry) -> set[str | None]:
    """Return the ids of what an entry is linked with."""
    named: set[str | None] = {*entry.related, *entry.about}
    named.update(conflict.entry for conflict in entry.conflicts)
    if isinstance(entry, Claim):
        named.update(entry.entries)
    return named


def _toll(figure: Figure) -> tuple[object, ...]:
    """Return what a figure counts, when and where, whoever counted."""
    return (figure.metric, figure.period, figure.place, figure.event)
