"""PURE: what a question fixes and an entry must not contradict."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.knowledge.model import Entity, Figure

if TYPE_CHECKING:
    from bot.answering.dates import Mention
    from bot.answering.index import Prepared
    from bot.answering.reading import Reading
    from bot.knowledge.periods import Period

_LONG: Final = 92
"""Days from which a period is too wide to speak for a part of itself: more than a quarter."""


def contradiction(reading: Reading, prepared: Prepared, default_place: str | None) -> str | None:
    """Return what of the question the entry contradicts, in a word or two, or ``None``."""
    entry = prepared.entry
    return (
        _entities(reading, prepared)
        or _numbers(reading, prepared)
        or (_figure(reading, entry, default_place) if isinstance(entry, Figure) else None)
        or (_entity(reading) if isinstance(entry, Entity) else None)
        or _periods(reading, prepared)
    )


def _entities(reading: Reading, prepared: Prepared) -> str | None:
    """Return an entity that the question names and the entry does not concern."""
    for link in reading.links:
        if not prepared.slots.entities.intersection(link.targets):
            return f"not about {link.targets[0]}"
    return None


def _numbers(reading: Reading, prepared: Prepared) -> str | None:
    """Return whether the question states a number that the entry does not hold."""
    known = prepared.slots.numbers
    return "another number" if any(not number & known for number in reading.numbers) else None


def _entity(reading: Reading) -> str | None:
    """Return whether more is asked of an entity than what it is."""
    return "asks for more than a description" if not reading.defines and _asks_more(reading) else None


def _periods(reading: Reading, prepared: Prepared) -> str | None:
    """Return whether the question names a period that the entry does not speak for."""
    entry = prepared.entry
    aggregate = isinstance(entry, Figure) and entry.event is None and entry.label is None
    for mention in reading.periods:
        if aggregate and entry.period is not None:
            if not mention.equals(entry.period):
                return "another period"
        elif not _covers(mention, prepared.slots.periods):
            return "another period"
    return None


def _figure(reading: Reading, figure: Figure, default_place: str | None) -> str | None:
    """Return what of the question a figure's own fields contradict."""
    if reading.asked and figure.metric not in reading.asked:
        return "counts something else"
    if figure.by and not reading.entities.intersection(figure.by):
        return "counts one group's acts"
    plain = figure.event is None and figure.label is None
    if plain and figure.place not in {None, default_place, *reading.entities}:
        return "another place"
    return None


def _asks_more(reading: Reading) -> bool:
    """Whether anything is asked beside a bare name."""
    return any(term.role == "content" for term in reading.terms) or not reading.links


def _covers(mention: Mention, periods: tuple[Period, ...]) -> bool:
    """Whether some period of an entry speaks for the period asked.

    A long period says nothing of a short part of itself: a year's count is not January's.
    """
    for period in periods:
        for asked in mention.alternatives:
            narrow = period.days > _LONG and asked.days < period.days and period.contains(asked)
            if period.overlaps(asked) and not narrow:
                return True
    return False
